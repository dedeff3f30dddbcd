package io.zhijian.registry.export.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectTab;
import org.springframework.stereotype.Component;

/** What left an app, beside its entry. */
@Component
class DataExportTab implements SubjectTab {

    @Override
    public String label(Subject subject) {
        return t("export.tab");
    }

    @Override
    public String href(Subject subject) {
        return subject.href() + "/data-exports";
    }

    @Override
    public boolean shows(Subject subject) {
        return subject.kind() == SubjectKind.APP && !subject.published();
    }
}
