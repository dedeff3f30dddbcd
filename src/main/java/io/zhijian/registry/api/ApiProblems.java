package io.zhijian.registry.api;

import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says no to machines as problem+json. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        return answer(refusal.kind().status(), refusal.code(), refusal.words());
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class,
        InvalidParameterException.class
    })
    ResponseEntity<Problem> malformed() {
        return refused(Refusal.invalid("page.malformed"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> fault(Exception fault) {
        String number = Long.toString(System.nanoTime(), 36);
        LOG.error("Fault {} of the interface", number, fault);
        return answer(500, "page.fault", Texts.t("refusal.page.fault", number));
    }

    private static ResponseEntity<Problem> answer(int status, String code, String words) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem("about:blank", Texts.t("base.refusal." + status), status, words, code));
    }
}
