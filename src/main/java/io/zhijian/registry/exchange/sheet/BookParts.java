package io.zhijian.registry.exchange.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Which part of an .xlsx package holds which sheet, and which of its cells are merged. */
record BookParts(Map<String, String> partsBySheet, Map<String, Merges> mergesBySheet) {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Sees no document type and fetches nothing. */
    static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    Merges merges(String sheet) {
        return mergesBySheet.getOrDefault(sheet, new Merges());
    }

    static BookParts of(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Map<String, String> targets = new HashMap<>();
            each(zip, "xl/_rels/workbook.xml.rels", reader -> {
                if (reader.getLocalName().equals("Relationship")) {
                    targets.put(reader.getAttributeValue(null, "Id"), part(reader.getAttributeValue(null, "Target")));
                }
            });
            Map<String, String> parts = new HashMap<>();
            each(zip, "xl/workbook.xml", reader -> {
                if (reader.getLocalName().equals("sheet")) {
                    String target = targets.get(reader.getAttributeValue(RELATIONS, "id"));
                    if (target != null) {
                        parts.put(reader.getAttributeValue(null, "name"), target);
                    }
                }
            });
            Map<String, Merges> merges = new HashMap<>();
            for (Map.Entry<String, String> part : parts.entrySet()) {
                Merges found = new Merges();
                each(zip, part.getValue(), reader -> {
                    if (reader.getLocalName().equals("mergeCell")) {
                        found.add(String.valueOf(reader.getAttributeValue(null, "ref")));
                    }
                });
                merges.put(part.getKey(), found.sorted());
            }
            return new BookParts(parts, merges);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** What to do at the start of an element. */
    private interface Visit {
        void at(XMLStreamReader reader) throws XMLStreamException;
    }

    private static void each(ZipFile zip, String part, Visit visit) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = xml().createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    visit.at(reader);
                }
            }
            reader.close();
        }
    }
}
