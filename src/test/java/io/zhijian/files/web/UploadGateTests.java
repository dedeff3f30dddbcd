package io.zhijian.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** As many uploads as memory holds, and no more. */
class UploadGateTests {

    private final UploadGate gate = new UploadGate(10, 25, 50);

    @Test
    void oneMoreThanFitsIsSentAwayAndComesInLater() throws ServletException, IOException {
        MockHttpServletResponse third = new MockHttpServletResponse();
        MockHttpServletResponse other = new MockHttpServletResponse();
        FilterChain inside =
                (request, response) -> gate.doFilter(upload(), new MockHttpServletResponse(), (again, answer) -> {
                    gate.doFilter(upload(), third, new MockFilterChain());
                    MockHttpServletRequest form = upload();
                    form.setContentType("application/x-www-form-urlencoded");
                    gate.doFilter(form, other, new MockFilterChain());
                });
        gate.doFilter(upload(), new MockHttpServletResponse(), inside);
        assertThat(third.getStatus()).isEqualTo(503);
        assertThat(third.getHeader("Retry-After")).isNotNull();
        assertThat(other.getStatus()).isEqualTo(200);

        MockFilterChain later = new MockFilterChain();
        gate.doFilter(upload(), new MockHttpServletResponse(), later);
        assertThat(later.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest upload() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=b");
        return request;
    }
}
