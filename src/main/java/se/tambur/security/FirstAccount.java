package se.tambur.security;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** The one-time link by which the first account is made. */
@Service
public class FirstAccount {

    /** The path of a fresh one-time link, such as {@code /setup/abc...}; empty when an account exists. */
    public Optional<String> link() {
        throw new UnsupportedOperationException();
    }

    /** A fresh one-time link to make an admin account although others exist, for a lost log-in. */
    public String reset() {
        throw new UnsupportedOperationException();
    }
}
