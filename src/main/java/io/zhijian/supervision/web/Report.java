package io.zhijian.supervision.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.zhijian.base.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The overview on A4, its text in a type that the file carries with it; one is made at a time, and few wait. */
@Component
class Report {

    private static final String TYPE = "Noto Sans SC";
    private static final int WAITING = 8;
    private static final int PATIENCE_SECONDS = 20;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Semaphore turn = new Semaphore(1, true);

    Report() {
        XRLog.setLoggingEnabled(false);
    }

    byte[] pdf(OverviewPage page) {
        StringOutput html = new StringOutput();
        engine.render("supervision/report.jte", page, html);
        try {
            if (turn.getQueueLength() >= WAITING || !turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.tooMany("supervision.report-busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany("supervision.report-busy");
        }
        try {
            return render(html.toString());
        } finally {
            turn.release();
        }
    }

    private static byte[] render(String html) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> ReportType.weight("Regular"), TYPE, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> ReportType.weight("Bold"), TYPE, 700, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(html, null);
        builder.toStream(file);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
