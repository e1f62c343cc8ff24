package se.tambur;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.PWA;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@Push
@PWA(name = "Tambur", shortName = "Tambur")
public class Tambur implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Tambur.class, args);
    }
}
