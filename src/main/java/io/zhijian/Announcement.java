package io.zhijian;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the server is once it answers; in a training run it asks for the first pages and ends. */
@Component
class Announcement {

    private static final List<String> FIRST_PAGES = List.of("/sign-in", "/", "/assets/zhijian.css");

    private final boolean training;
    private final boolean announced;
    private int port;

    Announcement(
            @Value("${zhijian.training:false}") boolean training,
            @Value("${zhijian.announced:true}") boolean announced) {
        this.training = training;
        this.announced = announced;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException, InterruptedException {
        if (training) {
            train(event.getApplicationContext());
        } else if (announced) {
            System.out.println("指减已启动 Zhijian is ready: http://localhost:" + port);
        }
    }

    private void train(ConfigurableApplicationContext context) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (int round = 0; round < 3; round++) {
                for (String page : FIRST_PAGES) {
                    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                            .build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        }
        System.exit(SpringApplication.exit(context));
    }
}
