package se.tambur.shared;

/** Makes what has been committed outlive a power cut. */
public interface Durability {

    /** Returns when everything committed before the call is on disk. Blocks; call it once per batch, outside a transaction. */
    void settle();
}
