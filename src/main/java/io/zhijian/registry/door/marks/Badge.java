package io.zhijian.registry.door.marks;

import static io.zhijian.base.Texts.t;
import static io.zhijian.registry.door.code.QrCode.escaped;

import io.zhijian.registry.door.PublicEntry;

/** A small sign for a host's first page that says what the register says: registered, under which number. No emblem. */
final class Badge {

    private static final int HEIGHT = 36;

    private Badge() {}

    static String svg(PublicEntry entry) {
        String says = t("door.registered");
        String number =
                entry.text().gov().isEmpty() ? entry.text().icp() : entry.text().gov();
        int left = 44 + width(says);
        int right = number.isEmpty() ? 0 : 20 + width(number);
        String title = t(
                "door.badge.title",
                entry.text().name(),
                number.isEmpty() ? entry.text().host() : number);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                aria-label="%3$s"><title>%3$s</title>\
                <rect x=".5" y=".5" width="%4$d" height="%5$d" rx="6" fill="#fff" stroke="#1f5fd0"/>\
                <circle cx="20" cy="18" r="8" fill="#1c7540"/><path d="M16.2 18.2l2.7 2.7 5-5.4" fill="none" stroke="#fff" \
                stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>\
                <g font-family="PingFang SC,Microsoft YaHei,Noto Sans SC,sans-serif" font-size="14">\
                <text x="34" y="23" fill="#1d2733" font-weight="600">%6$s</text>%7$s</g></svg>
                """.formatted(
                        left + right,
                        HEIGHT,
                        escaped(title),
                        left + right - 1,
                        HEIGHT - 1,
                        escaped(says),
                        number.isEmpty() ? "" : number(left, number));
    }

    private static String number(int x, String number) {
        return "<path d=\"M%d 8v20\" stroke=\"#dde3ea\"/><text x=\"%d\" y=\"23\" fill=\"#465160\">%s</text>"
                .formatted(x, x + 10, escaped(number));
    }

    /** About as wide as it will be drawn: 14 px a Chinese character, 8 px a Latin letter or digit. */
    private static int width(String text) {
        return text.codePoints().map(c -> c > 0x2E80 ? 14 : 8).sum();
    }
}
