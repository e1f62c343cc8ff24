package se.tambur.course;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses lie outside this house and its network. A link that somebody typed must never make the server call
 * itself, its neighbours or the cloud's own services (OWASP: server-side request forgery).
 */
final class Outside {

    private Outside() {}

    /** Whether it is one of the open internet; what is set aside by IANA for anything else is not. */
    static boolean is(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isOutside(four.getAddress());
            case Inet6Address six -> isGlobal(six.getAddress());
            default -> false;
        };
    }

    private static boolean isOutside(byte[] four) {
        int a = Byte.toUnsignedInt(four[0]);
        int b = Byte.toUnsignedInt(four[1]);
        int c = Byte.toUnsignedInt(four[2]);
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113;
        return a != 0 && a < 240 && !shared && !special;
    }

    /** Global unicast is 2000::/3; 6to4, Teredo and the documentation's block lie within and may lead inside. */
    private static boolean isGlobal(byte[] six) {
        int a = Byte.toUnsignedInt(six[0]) << 8 | Byte.toUnsignedInt(six[1]);
        int b = Byte.toUnsignedInt(six[2]) << 8 | Byte.toUnsignedInt(six[3]);
        boolean set = a == 0x2001 && (b < 0x200 || b == 0xdb8) || a == 0x2002 || a == 0x3fff && b < 0x1000;
        return a >= 0x2000 && a < 0x4000 && !set;
    }
}
