package io.zhijian.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a name without the place and the words that every name of its kind bears: for finding like ones. */
public final class NameCore {

    private static final Pattern REGION = Pattern.compile("\\G(\\p{IsHan}{2,7}?)(自治区|自治州|自治县|街道|省|市|州|盟|区|县|旗|镇|乡|村)");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{IsHan}a-z0-9]");

    /** Longer ones first. */
    private static final Pattern GENERIC = Pattern.compile("微信公众号|政务新媒体|官方账号|官方微博|政务微博|微信小程序|小程序|"
            + "公众号|视频号|抖音号|头条号|服务号|订阅号|快应用|客户端|工作群|微信群|钉钉群|交流群|临时群|工作组|官微|官方|政务|"
            + "发布|平台|系统|app|群$|号$");

    private NameCore() {}

    /** @param host name of the host unit, which tells the place its subjects are called after */
    static String of(String name, String host) {
        String core = SIGNS.matcher(folded(name)).replaceAll("");
        for (String place : places(folded(host))) {
            if (core.length() > place.length() + 1 && core.startsWith(place)) {
                core = core.substring(place.length());
            }
        }
        String bare = GENERIC.matcher(core).replaceAll("");
        return bare.length() < 2 ? core : bare;
    }

    /** The name without the place it begins with, where that is the host's: it says nothing of the work. */
    public static String withoutPlace(String name, String host) {
        String bare = name.strip();
        for (String place : places(folded(host))) {
            if (bare.length() > place.length() + 1 && bare.startsWith(place)) {
                bare = bare.substring(place.length());
            }
        }
        return bare;
    }

    private static List<String> places(String host) {
        List<String> places = new ArrayList<>();
        Matcher region = REGION.matcher(host);
        while (region.find()) {
            places.add(region.group());
            places.add(region.group(1));
        }
        return places;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
