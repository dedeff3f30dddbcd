package io.zhijian.semantics;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns a sentence into a point among meanings: 512 numbers of length one, by bge-small-zh-v1.5 (quantised), in process
 * and without a network.
 */
public final class Embedder {

    /** The model's name; kept beside stored vectors, which are worthless under another. */
    public static final String MODEL = "bge-small-zh-v1.5-q";

    /** How many numbers a vector has. */
    public static final int DIMENSION = 512;

    /** The native library recurses over the command line when it is loaded: a long class path overflows a usual stack. */
    private static final long STACK = 64L << 20;

    private static final class Loaded {
        static final BgeSmallZhV15QuantizedEmbeddingModel MODEL = load();
    }

    private Embedder() {}

    /** The vector of a text; an empty one is the zero vector, like to nothing. */
    public static float[] embed(String text) {
        return text.trim().isEmpty()
                ? new float[DIMENSION]
                : Loaded.MODEL.embed(text).content().vector();
    }

    /** How alike two vectors are: 1 the same, about 0.35 unrelated Chinese texts. */
    public static float cosine(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    // outside the holder: another thread may not enter a class that is still being initialised
    private static BgeSmallZhV15QuantizedEmbeddingModel load() {
        AtomicReference<BgeSmallZhV15QuantizedEmbeddingModel> model = new AtomicReference<>();
        Thread thread = new Thread(null, () -> model.set(new BgeSmallZhV15QuantizedEmbeddingModel()), "model", STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Objects.requireNonNull(model.get(), "the embedding model could not be loaded");
    }
}
