package io.zhijian.rules;

import io.zhijian.base.Paging;
import io.zhijian.base.SubjectRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Everything that seems wrong, and what people decided about it. */
@Service
public class Findings {

    /** Judges a subject by today's rules in the caller's transaction: opens, cures, re-opens. */
    public void judge(Judged subject) {}

    public List<Finding> of(SubjectRef subject) {
        return List.of();
    }

    public Optional<Finding> find(UUID id) {
        return Optional.empty();
    }

    public Paging<Finding> search(FindingFilter filter, int page) {
        return new Paging<>(List.of(), 1, Paging.SIZE, 0);
    }

    public void confirm(UUID id, String reason) {}

    public void exempt(UUID id, String reason, String basis, LocalDate expires) {}

    public void dismiss(UUID id, String reason) {}

    public void reopen(UUID id, String reason) {}
}
