package se.tambur;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.PWA;
import com.vaadin.flow.theme.lumo.Lumo;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole house: what the shell of every page has, and the clock that everything else is given. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Tambur")
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("office.css")
@PWA(
        name = "Tambur",
        shortName = "Tambur",
        startPath = "kiosk",
        display = "fullscreen",
        themeColor = "#FAF5EA",
        backgroundColor = "#FAF5EA")
public class Tambur implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Tambur.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
