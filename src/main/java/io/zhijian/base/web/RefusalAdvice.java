package io.zhijian.base.web;

import io.zhijian.base.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns a refusal, a wrong address or a fault into a page in the reader's words; htmx gets the same words as a fragment. */
@ControllerAdvice
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final ShellMaker shells;

    RefusalAdvice(ShellMaker shells) {
        this.shells = shells;
    }

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(refusal, model, request, response);
    }

    /** A forged or mistyped id looks exactly like one that does not exist. */
    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    String notFound(Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(Refusal.notFound("page.not-found"), model, request, response);
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        HttpRequestMethodNotSupportedException.class,
        InvalidParameterException.class
    })
    String malformed(Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(Refusal.invalid("page.malformed"), model, request, response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(Refusal.invalid("page.too-large"), model, request, response);
    }

    @ExceptionHandler
    String fault(Exception fault, Model model, HttpServletRequest request, HttpServletResponse response) {
        String number = Long.toString(System.nanoTime(), 36);
        // the path only: parameters may hold what people typed
        LOG.error("Fault {} at {} {}", number, request.getMethod(), request.getRequestURI(), fault);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        model.addAttribute("page", new RefusalPage(500, "page.fault", number));
        return view(request);
    }

    private String show(Refusal refusal, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("page", new RefusalPage(refusal.kind().status(), refusal.code(), refusal.words()));
        return view(request);
    }

    private String view(HttpServletRequest request) {
        // an address without a handler never passed the interceptors
        shells.ensure(request);
        return request.getHeader("HX-Request") == null ? "base/refusal" : "base/refusal-fragment";
    }
}
