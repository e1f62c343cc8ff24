package se.tambur.signup;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server on this machine that keeps what it is given. It can be stopped and started again at the same port. */
public final class MailCatcher implements AutoCloseable {

    private final int port;
    private GreenMail server;

    public MailCatcher() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = started();
    }

    private GreenMail started() {
        var made = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        made.start();
        return made;
    }

    public int port() {
        return port;
    }

    /** Points the application's mail at this server. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> port);
    }

    public void stop() {
        server.stop();
    }

    /** With an empty mailbox. */
    public void startAgain() {
        server = started();
    }

    /** What has come to an address, oldest first. */
    public List<Caught> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .map(MailCatcher::read)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caught read(MimeMessage message) {
        try {
            return new Caught(
                    ((InternetAddress) message.getFrom()[0]).toUnicodeString(),
                    message.getSubject(),
                    String.join(",", message.getContentLanguage()),
                    message.getContentType(),
                    message.getMessageID(),
                    String.valueOf(message.getContent()).replace("\r\n", "\n"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** A letter as it came. */
    public record Caught(String from, String subject, String language, String type, String id, String text) {}
}
