package io.zhijian.registry.door.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest;
import io.zhijian.semantics.docx.TestDocx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A document is dropped on the page, comes back with comments, and a marked one does not leave the machine. */
@DemoTest
@TestPropertySource(properties = "zhijian.door.per-minute=0")
class PrecheckDocumentBrowserTests {

    private static final byte[] NOTICE = TestDocx.saying("关于推广的通知", "各村必须在本周内完成App下载注册任务，注册率达不到90%的，在全镇通报批评。");

    @LocalServerPort
    int port;

    @Test
    void aDocumentIsDroppedAndComesBackWithComments() throws IOException {
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                Page page = browser.visitor(device);
                page.navigate("/public/precheck");
                Browser.expectAccessible(page);
                drop(page, "通知.docx");
                page.waitForSelector(".zd-suspect");
                Browser.expectAccessible(page);
                Browser.expectNoSidewaysScroll(page);
                Browser.picture(page, "precheck-document-" + device);
                expectComments(
                        page.waitForDownload(() -> page.locator("a[download]").click()));
                // the other button gives the file at once
                page.locator("#document").setInputFiles(notice("通知.docx", NOTICE));
                expectComments(page.waitForDownload(
                        () -> page.locator("button[value=file]").click()));
                assertThat(page.context().cookies()).isEmpty();
            }
        }
    }

    @Test
    void aMarkedDocumentDoesNotLeaveTheMachine() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Device.PHONE);
            page.navigate("/public/precheck");
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(request.method()));
            for (byte[] marked : List.of(
                    TestDocx.saying("绝密★10年", "正文"),
                    TestDocx.of(TestDocx.paragraph(
                                    "机", "<w:del><w:r><w:delText>械</w:delText></w:r></w:del>", "密★", "10年"))
                            .bytes(),
                    TestDocx.of(TestDocx.paragraph("正文"))
                            .related("header", "hdr", "<w:p><v:textpath xmlns:v=\"v\" string=\"机密\"/></w:p>")
                            .bytes())) {
                page.locator("#document").setInputFiles(notice("a.docx", marked));
                page.locator("button[value=page]").click();
                page.waitForSelector(".invalid-feedback");
                page.locator("#document").setInputFiles(new FilePayload[0]);
                page.evaluate("document.querySelectorAll('.invalid-feedback').forEach((words) => words.remove())");
            }
            assertThat(sent).doesNotContain("POST");
        }
    }

    @Test
    void whatIsNotOneDocumentIsToldBesideTheField() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Device.DESKTOP);
            page.navigate("/public/precheck");
            drop(page, "通知.doc");
            assertThat(page.locator("[data-drop-told]").innerText()).contains("一个 .docx 文件");
            assertThat(page.locator(".zd-suspect").count()).isZero();
        }
    }

    private static FilePayload notice(String name, byte[] bytes) {
        return new FilePayload(name, Document.TYPE, bytes);
    }

    private static void drop(Page page, String name) {
        page.evaluate("""
                ([name, base64]) => {
                  const files = new DataTransfer();
                  files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
                  const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
                  document.querySelector('[data-drop]').dispatchEvent(drop);
                }
                """, List.of(name, Base64.getEncoder().encodeToString(NOTICE)));
    }

    private static void expectComments(Download download) throws IOException {
        assertThat(download.suggestedFilename()).isEqualTo("通知（批注）.docx");
        try (XWPFDocument opened = new XWPFDocument(Files.newInputStream(download.path()))) {
            assertThat(opened.getComments()).isNotEmpty();
        }
    }
}
