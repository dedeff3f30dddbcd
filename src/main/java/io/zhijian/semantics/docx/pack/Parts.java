package io.zhijian.semantics.docx.pack;

import io.zhijian.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a package, in memory: bounded, with harmless names, each there once. */
public final class Parts {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 32L << 20;

    /** A part that unpacks to many times its size is no notice; small ones may. */
    private static final int MOST_RATIO = 100;

    private static final long RATIO_FROM = 4L << 20;

    private final byte[] bytes;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long unpacked;

    private Parts(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The parts of a document, or a refusal in the words of its owner. */
    public static Parts open(byte[] bytes) {
        Nature.refuseWhatIsNoPackage(bytes);
        Parts parts = inside(bytes);
        parts.names().forEach(name -> Nature.refuse(name.toLowerCase(Locale.ROOT)));
        return parts;
    }

    /** The parts of whatever package this is. */
    public static Parts inside(byte[] bytes) {
        refuseTooMany(bytes);
        Parts parts = new Parts(bytes);
        try (ZipFile zip = parts.zip()) {
            Set<String> seen = new HashSet<>();
            long packed = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                parts.check(entry, seen);
                packed += entry.getCompressedSize();
                if (!entry.isDirectory()) {
                    parts.entries.put(entry.getName(), entry);
                }
            }
            if (packed > bytes.length) {
                // entries lie over one another
                throw Refusal.invalid("docx.bomb");
            }
        } catch (IOException e) {
            throw Refusal.invalid("docx.damaged");
        }
        return parts;
    }

    /** Counted in the bytes, since a hundred thousand entries would be objects before anybody could count them. */
    private static void refuseTooMany(byte[] bytes) {
        int found = 0;
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                found++;
            }
        }
        if (found > MOST_PARTS) {
            throw Refusal.invalid("docx.bomb");
        }
    }

    private void check(ZipArchiveEntry entry, Set<String> seen) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.invalid("docx.encrypted");
        }
        boolean strange = name.startsWith("/") || name.matches(".*[\\\\:\\x00].*|(.*/)?\\.\\.(/.*)?");
        int method = entry.getMethod();
        if (strange || !seen.add(name) || method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw Refusal.invalid("docx.damaged");
        }
    }

    public Set<String> names() {
        return entries.keySet();
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Text text(String name) {
        return Text.of(read(name));
    }

    /** Counts what really comes out, since what a package says of its sizes may be false. */
    public byte[] read(String name) {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw Refusal.invalid("docx.damaged");
        }
        long most = Math.min(
                MOST_UNPACKED - unpacked, Math.max(RATIO_FROM, MOST_RATIO * Math.max(1, entry.getCompressedSize())));
        try (ZipFile zip = zip();
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            byte[] content = in.readNBytes((int) most + 1);
            if (content.length > most) {
                throw Refusal.invalid("docx.bomb");
            }
            unpacked += content.length;
            return content;
        } catch (IOException e) {
            throw Refusal.invalid("docx.damaged");
        }
    }

    /** The package anew: these parts replaced or added, all others copied as they are, still packed. */
    public byte[] with(Map<String, byte[]> changed) {
        SeekableInMemoryByteChannel target = new SeekableInMemoryByteChannel();
        try (ZipFile zip = zip();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                byte[] content = changed.get(entry.getName());
                if (content == null) {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                } else {
                    write(out, entry.getName(), content);
                }
            }
            for (Map.Entry<String, byte[]> added : changed.entrySet()) {
                if (!has(added.getKey())) {
                    write(out, added.getKey(), added.getValue());
                }
            }
            out.finish();
            return Arrays.copyOf(target.array(), (int) target.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipArchiveOutputStream out, String name, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        // the earliest day a zip can tell: the same document gives the same bytes
        entry.setTime(315_532_800_000L);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private ZipFile zip() throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }
}
