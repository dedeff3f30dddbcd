package io.zhijian.registry.door.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.semantics.docx.Docx;
import io.zhijian.semantics.docx.TestDocx;
import jakarta.servlet.MultipartConfigElement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A Word document is looked at and given back with comments; nothing of it is kept. */
@DemoTest
@TestPropertySource(properties = "zhijian.door.per-minute=0")
@ExtendWith(OutputCaptureExtension.class)
class PrecheckDocumentTests {

    private static final String FORCED = "各村必须在本周内完成App下载注册任务，注册率达不到90%的，在全镇通报批评。";
    private static final String HARMLESS = "市民可在小程序上查询公交到站时间，也可以预约图书馆座位。";

    @LocalServerPort
    int port;

    @Autowired
    MultipartConfigElement uploads;

    @Test
    void thePageShowsTheMarkedTextAndCarriesTheDocumentWithComments() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("关于推广的通知.docx", TestDocx.saying("关于推广的通知", FORCED), "page");
        String page = words(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page)
                .contains("疑似", "第8条", "zd-suspect", "可以这样改", "关于推广的通知（批注）.docx", "服务器没有留存")
                .doesNotContain("违规", "docx.");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        Matcher link = Pattern.compile("base64,([A-Za-z0-9+/=]+)").matcher(page);
        assertThat(link.find()).isTrue();
        expectComments(Base64.getDecoder().decode(link.group(1)));
    }

    @Test
    void theOtherButtonAnswersWithTheDocument() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("通知.docx", TestDocx.saying(FORCED), "file");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(Document.TYPE);
        assertThat(URLDecoder.decode(
                        answer.headers().firstValue("content-disposition").orElse(""), StandardCharsets.UTF_8))
                .contains("attachment", "通知（批注）.docx");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        expectComments(answer.body());
    }

    @Test
    void aHarmlessDocumentIsSaidToBeSoWhicheverButtonWasPressed() throws IOException, InterruptedException {
        for (String as : new String[] {"page", "file"}) {
            assertThat(words(send("a.docx", TestDocx.saying(HARMLESS), as)))
                    .contains("没有发现疑似加重负担的要求")
                    .doesNotContain("base64");
        }
    }

    @Test
    void aLargeDocumentIsToBeHadByTheOtherButton() throws IOException, InterruptedException {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        byte[] large = TestDocx.of(TestDocx.paragraph(FORCED))
                .part("word/media/image2.png", noise)
                .bytes();
        String page = words(send("a.docx", large, "page"));
        assertThat(page).contains("文档较大", "其中的文字没有检查").doesNotContain("base64");
        expectComments(send("a.docx", large, "file").body());
    }

    @Test
    void aMarkedDocumentIsRefusedAndNotRepeated(CapturedOutput output) throws IOException, InterruptedException {
        byte[] marked = TestDocx.saying("绝密★10年", "关于某某工作的通知正文");
        HttpResponse<byte[]> answer = send("关于某某工作.docx", marked, "page");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("密级标志").doesNotContain("某某工作的通知正文");
        HttpResponse<byte[]> named = send("机密.docx", TestDocx.saying(HARMLESS), "page");
        assertThat(named.statusCode()).isEqualTo(422);
        assertThat(output).doesNotContain("某某工作");
    }

    @Test
    void whatIsNoDocumentIsRefusedInWordsBesideTheField() throws IOException, InterruptedException {
        HttpResponse<byte[]> renamed = send("a.docx", "每天打卡".getBytes(StandardCharsets.UTF_8), "page");
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(words(renamed)).contains("这不是 Word 文档", "检查文档");
        assertThat(words(send("", new byte[0], "page"))).contains("请选择一个 Word 文档");
        assertThat(words(send("a.docx", new byte[(10 << 20) + 1], "page"))).contains("超过 10 MB");
        assertThat(words(send("a.docx", TestDocx.of("<w:p/>").bytes(), "page"))).contains("没有可以检查的文字");
        assertThat(words(send("a.docx", TestDocx.saying("字".repeat(20_001)), "page")))
                .contains("请拆成几个文件");
    }

    @Test
    void aHostileNameOrTextIsShownAsText() throws IOException, InterruptedException {
        byte[] hostile = TestDocx.saying("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;" + FORCED);
        String page = words(send("../../<b>x'.docx", hostile, "page"));
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert", "<b>x", "../..");
    }

    @Test
    void nothingIsKeptOnDiskNorSaidInTheLog(CapturedOutput output) throws IOException, InterruptedException {
        assertThat(uploads.getFileSizeThreshold())
                .as("a document is never laid down while it comes in")
                .isGreaterThanOrEqualTo(Docx.MOST_BYTES);
        Set<Path> before = files();
        send("独一无二的通知.docx", TestDocx.saying("独一无二的通知", FORCED), "page");
        send("独一无二的通知.docx", TestDocx.saying("独一无二的通知", FORCED), "file");
        assertThat(files()).isSubsetOf(before);
        assertThat(output).doesNotContain("独一无二", "下载注册任务");
    }

    /** Where uploads would be laid down: the folders of the server, and beside them. */
    private static Set<Path> files() throws IOException {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> top = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path each : top) {
                String name = each.getFileName().toString();
                if (name.startsWith("tomcat.")) {
                    try (Stream<Path> inside = Files.walk(each)) {
                        inside.filter(Files::isRegularFile).forEach(found::add);
                    }
                } else if (name.matches("upload_.*|.*\\.docx|zhijian-upload.*")) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    private static void expectComments(byte[] docx) throws IOException {
        try (XWPFDocument opened = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(opened.getComments()).isNotEmpty().allSatisfy(comment -> {
                assertThat(comment.getAuthor()).isEqualTo("指减");
                assertThat(comment.getText())
                        .contains("疑似", "若干意见", "要点（非原文）", "可以这样改")
                        .doesNotContain("违规");
            });
        }
    }

    private static String words(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(String name, byte[] content, String as) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"as\"\r\n\r\n" + as
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + Document.TYPE + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/public/precheck/document"))
                .header("content-type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
