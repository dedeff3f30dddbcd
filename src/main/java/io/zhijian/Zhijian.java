package io.zhijian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Zhijian {

    static void main(String[] args) {
        SpringApplication.run(Zhijian.class, args);
    }
}
