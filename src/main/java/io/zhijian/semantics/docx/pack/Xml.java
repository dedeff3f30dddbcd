package io.zhijian.semantics.docx.pack;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.zhijian.base.Refusal;
import java.io.StringReader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes once through a part: refuses a document type, what is not well-formed, and what is nested beyond reason. */
public final class Xml {

    private static final int DEEPEST = 500;

    private Xml() {}

    /** Hands over the reader at each start and end of an element and at each text. */
    public static void walk(String content, Consumer<XMLStreamReader> visitor) {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(content));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusal.invalid("docx.dtd");
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    throw Refusal.invalid("docx.bomb");
                }
                visitor.accept(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            // a parser's words could tell of the content
            throw Refusal.invalid("docx.damaged");
        }
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
