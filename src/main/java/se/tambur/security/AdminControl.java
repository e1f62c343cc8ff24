package se.tambur.security;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What {@code scripts/admin} asks for. */
@RestController
@RequestMapping(path = "/api/control/v1/admin", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
class AdminControl {

    private final FirstAccount firstAccount;

    AdminControl(FirstAccount firstAccount) {
        this.firstAccount = firstAccount;
    }

    /** The path of a one-time link by which an administrator's account is made. */
    @PostMapping("/reset")
    String reset() {
        return firstAccount.reset();
    }
}
