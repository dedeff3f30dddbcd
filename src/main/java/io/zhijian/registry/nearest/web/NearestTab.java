package io.zhijian.registry.nearest.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectTab;
import org.springframework.stereotype.Component;

/** Apps like it, beside an app's entry. */
@Component
class NearestTab implements SubjectTab {

    @Override
    public String label(Subject subject) {
        return t("nearest.tab");
    }

    @Override
    public String href(Subject subject) {
        return subject.href() + "/nearest";
    }

    /** Published apps are compared with nothing here: that would be the beginning of a judgement. */
    @Override
    public boolean shows(Subject subject) {
        return subject.kind() == SubjectKind.APP && !subject.published();
    }
}
