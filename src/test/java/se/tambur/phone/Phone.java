package se.tambur.phone;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's telephone at an address of its own, without any browser's help. */
final class Phone {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern STAMP = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final int port;
    private final String address;
    private final String languages;

    Phone(int port, String address, String languages) {
        this.port = port;
        this.address = address;
        this.languages = languages;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", languages)
                .header("X-Forwarded-For", address);
    }

    /** The status of a form posted to an address that no well-made client would send. */
    int raw(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n"
                                    + "Connection: close\r\n\r\nname=%")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    /** The stamp of a course's form as it is shown now. */
    String stamp(String code) throws IOException, InterruptedException {
        return stamp(get("/k/" + code + "/plats"));
    }

    static String stamp(HttpResponse<String> answer) {
        Matcher found = STAMP.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError("No form: " + answer.statusCode());
        }
        return found.group(1);
    }

    /** A form filled in rightly: one adult, one baby. */
    static Map<String, String> filled(String stamp, String name, String email) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", stamp);
        fields.put("homepage", "");
        fields.put("name", name);
        fields.put("email", email);
        fields.put("phone", "");
        fields.put("adults", "1");
        fields.put("child-0-11m", "1");
        fields.put("language", "sv");
        return fields;
    }

    /** What is read on a page, on one line. */
    static String words(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("</?(?:span|strong|bdi)\\b[^>]*>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
