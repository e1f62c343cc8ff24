package se.tambur.course;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.tambur.shared.Settings;

/** Where phones and tablets reach this house: what QR codes carry. */
@Component
public class PublicAddress {

    /** Networks between programs of this machine; no phone is on them. */
    private static final Pattern INSIDE = Pattern.compile("docker.*|br-.*|veth.*|virbr.*|vmnet.*|vboxnet.*");

    private final Settings settings;
    private final Environment environment;

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * Without a trailing slash: {@code tambur.public-url}, else plain HTTP to this machine's first private IPv4 address,
     * else to localhost. Ask when the server is up: the port is the one it really has.
     */
    public String url() {
        String set = settings.publicUrl();
        if (set != null && !set.isBlank()) {
            return set.strip().replaceAll("/+$", "");
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://" + host().orElse("localhost") + ":" + port;
    }

    private static Optional<String> host() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(PublicAddress::leadsOut)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean leadsOut(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && !network.isPointToPoint()
                    && !INSIDE.matcher(network.getName()).matches();
        } catch (SocketException e) {
            return false;
        }
    }
}
