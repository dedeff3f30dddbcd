package io.zhijian.semantics.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A vector of which most numbers are nought.
 *
 * @param places where the others stand, rising
 * @param values what stands there
 */
record Sparse(int[] places, float[] values) {

    double dot(Sparse other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < places.length && j < other.places.length) {
            int difference = places[i] - other.places[j];
            if (difference == 0) {
                sum += values[i++] * other.values[j++];
            } else if (difference < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    Sparse times(float factor) {
        float[] product = values.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return new Sparse(places, product);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(places.length);
        for (int i = 0; i < places.length; i++) {
            out.writeInt(places[i]);
            out.writeShort(Float.floatToFloat16(values[i]));
        }
    }

    static Sparse read(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        int[] places = new int[size];
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            places[i] = in.readInt();
            values[i] = Float.float16ToFloat(in.readShort());
        }
        return new Sparse(places, values);
    }
}
