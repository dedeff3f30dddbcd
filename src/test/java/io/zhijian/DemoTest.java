package io.zhijian;

import io.zhijian.database.Secrets;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against the whole application with the demo loaded: 示例省 and its people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ZhijianTest
@TestPropertySource(properties = "zhijian.demo=true")
public @interface DemoTest {

    /** People of the demo whom stories are about. */
    enum Person {
        /** Clerk of 东禾县水利局. */
        CLERK("chen.jingban"),
        /** Clerk of 乙例市卫健委, in another city. */
        OTHER_CLERK("luo.jingban"),
        /** Clerk of 甲示市政务服务管理局, whose apps the public uses. */
        SERVICE_CLERK("he.jingban"),
        SUPERVISOR("wang.jianguan"),
        AUDITOR("sun.shenji"),
        SYSTEM_ADMIN("qian.xitong"),
        SECURITY_ADMIN("feng.anquan"),
        AUDIT_ADMIN("chu.shenji");

        private final String login;

        Person(String login) {
            this.login = login;
        }

        public String login() {
            return login;
        }

        public String password() {
            return new Secrets(TestDatabase.DATA).get("demo-" + login);
        }
    }
}
