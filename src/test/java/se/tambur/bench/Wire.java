package se.tambur.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept open, HTTP/1.1 written and read by hand: the client shares two cores with the server, so it
 * must cost next to nothing.
 */
final class Wire implements AutoCloseable {

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean over;

    Wire(String address) throws IOException {
        URI uri = URI.create(address);
        host = uri.getHost() + ":" + uri.getPort();
        port = uri.getPort();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(30_000);
        return fresh;
    }

    /** What came back; {@code sent} are all its bytes, headers and framing with them. */
    record Answer(
            int status, @Nullable String cookie, @Nullable String tag, byte[] body, int sent) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
    }

    Answer post(String path, String headers, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private Answer send(String request) throws IOException {
        if (over) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
            over = false;
        }
        // until the answer has been read whole, what comes next on this connection may belong to another question
        over = true;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return receive();
    }

    private Answer receive() throws IOException {
        String first = line();
        int sent = first.length() + 2;
        boolean last = false;
        int status = Integer.parseInt(first.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        String cookie = null;
        String tag = null;
        String line = line();
        while (!line.isEmpty()) {
            sent += line.length() + 2;
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "set-cookie" -> cookie = value.substring(0, value.indexOf(';'));
                case "etag" -> tag = value;
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
            line = line();
        }
        sent += 2;
        if (status == 204 || status == 304) {
            over = last;
            return new Answer(status, cookie, tag, new byte[0], sent);
        }
        if (!chunked) {
            byte[] body = in.readNBytes(length);
            over = last;
            return new Answer(status, cookie, tag, body, sent + body.length);
        }
        var body = new ByteArrayOutputStream();
        int size;
        do {
            String chunk = line();
            size = Integer.parseInt(chunk, 16);
            body.write(in.readNBytes(size));
            line();
            sent += chunk.length() + size + 4;
        } while (size > 0);
        over = last;
        return new Answer(status, cookie, tag, body.toByteArray(), sent);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        int next;
        while ((next = in.read()) != '\n') {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
