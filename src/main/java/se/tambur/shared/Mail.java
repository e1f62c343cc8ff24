package se.tambur.shared;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sends letters in plain text by the mail server of {@code spring.mail.*}, where the house has one. */
@Component
public class Mail {

    private final @Nullable JavaMailSender server;
    private final @Nullable InternetAddress from;
    private final Clock clock;

    /** @throws IllegalStateException when there is a mail server, but no address of ours to send from */
    Mail(ObjectProvider<JavaMailSender> server, Environment environment, Sender sender, Clock clock) {
        boolean there = StringUtils.hasText(environment.getProperty("spring.mail.host"));
        this.server = there ? server.getObject() : null;
        this.from = there ? address(sender.from()) : null;
        this.clock = clock;
    }

    private static InternetAddress address(String from) {
        try {
            var address = new InternetAddress(from, true);
            if (!address.getAddress().contains("@")) {
                throw new AddressException("no domain");
            }
            return address;
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "Where spring.mail.host is set, tambur.mail.from must be the address that letters are sent from.",
                    e);
        }
    }

    /** Whether there is a mail server at all. */
    public boolean set() {
        return server != null;
    }

    /**
     * Hands a letter over to the mail server; returns when it has taken it.
     *
     * @throws MailException when it has not; its words may hold the address, so keep them out of logs
     */
    public void send(Letter letter) {
        if (server == null || from == null) {
            throw new IllegalStateException("There is no mail server");
        }
        MimeMessage message = server.createMimeMessage();
        try {
            var form = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            String ours = from.getPersonal();
            form.setFrom(from.getAddress(), ours == null ? letter.sender() : ours);
            form.setTo(letter.to());
            form.setSubject(letter.subject());
            form.setText(letter.text());
            form.setSentDate(Date.from(clock.instant()));
            message.setContentLanguage(new String[] {letter.language()});
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(
                    "Message-ID",
                    "<" + letter.id()
                            + from.getAddress().substring(from.getAddress().lastIndexOf('@')) + ">");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        server.send(message);
    }

    /**
     * A letter to one address.
     *
     * @param id the same when it is sent once more, so that a mailbox shows it once; letters, digits and hyphens
     * @param sender whose name it carries where {@code tambur.mail.from} holds none
     * @param language the one it is written in, such as {@code sv}
     */
    public record Letter(String id, String sender, String to, String language, String subject, String text) {}

    /**
     * {@code tambur.mail.*}
     *
     * @param from the address that letters are sent from, with or without a name: {@code Tambur <kurs@example.se>}
     */
    @ConfigurationProperties("tambur.mail")
    record Sender(@DefaultValue("") String from) {}
}
