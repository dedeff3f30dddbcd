package io.zhijian.registry.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The themes under which people look for a service item, and a first guess at the theme of one from its name. */
public final class Themes {

    /** What no theme claims. */
    public static final String OTHER = "other";

    private static final Map<String, List<String>> WORDS = words();

    private Themes() {}

    /** In the order they are shown; words are chosen so that the first theme that knows one is right. */
    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("household", List.of("户口", "户籍", "居住证", "身份证", "居民身份"));
        words.put("birth", List.of("生育", "新生儿", "出生", "收养", "托育", "婚姻", "结婚"));
        words.put("education", List.of("入学", "学校", "教育", "考试", "学籍", "助学", "科研"));
        words.put("work", List.of("就业", "创业", "招聘", "失业", "职业", "人才", "劳动"));
        words.put("insurance", List.of("社保", "医保", "养老保险", "公积金", "参保", "工伤"));
        words.put("health", List.of("医", "挂号", "体检", "疫苗", "接种", "健康", "卫生"));
        words.put("care", List.of("低保", "救助", "老年", "养老", "残疾", "优待", "抚恤", "助餐", "慈善"));
        words.put("housing", List.of("住房", "不动产", "房屋", "租房", "物业"));
        words.put("traffic", List.of("公交", "驾驶", "车辆", "出行", "停车", "道路", "交通"));
        words.put("utilities", List.of("水费", "电费", "燃气", "供暖", "缴费", "供水"));
        words.put("business", List.of("企业", "营业", "开办", "注册登记", "税", "许可", "个体"));
        words.put("farming", List.of("农", "惠农", "补贴", "农机", "病虫", "畜", "林"));
        words.put("safety", List.of("应急", "安全", "消防", "预警", "隐患", "防汛"));
        words.put("culture", List.of("文化", "旅游", "图书", "体育", "景点", "场馆"));
        words.put("law", List.of("公证", "法律", "仲裁", "调解", "司法"));
        words.put(OTHER, List.of());
        return words;
    }

    /** Codes of all themes, in order. */
    public static List<String> all() {
        return List.copyOf(WORDS.keySet());
    }

    static int order(String theme) {
        return all().indexOf(theme);
    }

    /** The first theme that knows a word of the item's name. */
    public static String guess(String item) {
        return WORDS.entrySet().stream()
                .filter(theme -> theme.getValue().stream().anyMatch(item::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    /** Key of the theme's name in the message files. */
    public static String textKey(String theme) {
        return "door.theme." + theme;
    }
}
