package io.zhijian.registry;

import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.SubjectMove;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the register: every question is answered within the reach of the one who asks. */
@Service("registrySubjects") // the rules have a bean of the simple name
public class Subjects {

    private final SubjectRows rows;
    private final SubjectHistory history;
    private final SubjectListing listing;
    private final SuccessorRows successors;

    Subjects(SubjectRows rows, SubjectHistory history, SubjectListing listing, SuccessorRows successors) {
        this.rows = rows;
        this.history = history;
        this.listing = listing;
        this.successors = successors;
    }

    @Transactional(readOnly = true)
    public Optional<Subject> find(UUID id) {
        return rows.find(id);
    }

    /** The subject, or a refusal that looks the same whether it does not exist or is out of reach. */
    @Transactional(readOnly = true)
    public Subject get(UUID id) {
        return rows.find(id).orElseThrow(() -> Refusal.notFound("registry.subject-unknown"));
    }

    /** Those of these that exist and are within reach, in no order. */
    @Transactional(readOnly = true)
    public List<Subject> among(SubjectKind kind, Collection<UUID> ids) {
        return rows.among(kind, ids);
    }

    @Transactional(readOnly = true)
    public Paging<Subject> search(SubjectQuery query, int page) {
        return listing.page(query, page);
    }

    @Transactional(readOnly = true)
    public List<FacetCount> facets(SubjectQuery query) {
        return listing.facets(query);
    }

    /** The subject of that kind, as its address says; refused like an unknown one when it is of another kind. */
    @Transactional(readOnly = true)
    public Subject get(SubjectKind kind, UUID id) {
        return rows.find(id)
                .filter(subject -> subject.kind() == kind)
                .orElseThrow(() -> Refusal.notFound("registry.subject-unknown"));
    }

    /** How many of a kind that the actor may edit have facts that are still to be declared. */
    @Transactional(readOnly = true)
    public long countToComplete(SubjectKind kind) {
        return listing.countToComplete(kind);
    }

    /** Streams the whole list, in batches, for an export. */
    @Transactional(readOnly = true)
    public void forEach(SubjectQuery query, Consumer<Subject> each) {
        listing.forEach(query, each);
    }

    /** Versions of the entry, newest first. */
    @Transactional(readOnly = true)
    public List<SubjectVersion> versions(UUID id) {
        return rows.find(id)
                .map(subject -> history.versions(subject.kind(), id))
                .orElse(List.of());
    }

    /** What happened in the subject's life, newest first. */
    @Transactional(readOnly = true)
    public List<SubjectMove> moves(UUID id) {
        return history.moves(id);
    }

    /** The moves the actor may make now. */
    public List<Move> openMoves(Subject subject) {
        return Mover.open(subject);
    }

    /** Running accounts that could go on in its place: the host's own and those above it, others of the area by words. */
    @Transactional(readOnly = true)
    public List<Successor> successors(Subject subject, String words) {
        return successors.of(subject, words);
    }

    /** The day of the closing notice, where one was published. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> noticeOn(UUID id) {
        return rows.noticeOn(id);
    }
}
