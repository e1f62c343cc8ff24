package se.tambur.bench;

/** One thing to measure, with whatever it must start; it stops all of it before it returns. */
interface Part {

    void measure(Sheet sheet) throws Exception;
}
