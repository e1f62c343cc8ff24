package se.tambur;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Classes share the application and so its clock; each begins at the same moment, whoever moved it before. */
public class OwnClock implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).restart();
    }
}
