package io.zhijian.demo.tour;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The demo's clock stands in for the real one, in the demo only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "zhijian.demo", havingValue = "true")
class TourConfiguration {

    @Bean
    @Primary
    DemoClock demoClock(@Value("${zhijian.data}") Path data, @Value("${zhijian.database.name}") String database) {
        return new DemoClock(data.resolve("demo-clock-" + database));
    }

    @Bean
    Tour tour(@Value("${zhijian.home}") String home) {
        return Tour.read(Path.of(home).resolve("demo/tour.yaml"));
    }
}
