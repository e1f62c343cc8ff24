package se.tambur;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each test the log-in of its own application. Who is logged in is found by way of a static holder, which the
 * application started last has made its own, whichever test runs.
 */
public class OwnSecurity implements TestExecutionListener, Ordered {

    /** Before Spring Security's own listener, which logs the test's user in. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
