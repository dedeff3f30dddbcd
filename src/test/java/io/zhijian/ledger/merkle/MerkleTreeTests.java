package io.zhijian.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against the published vectors of the certificate transparency reference, and against itself. */
class MerkleTreeTests {

    private static final HexFormat HEX = HexFormat.of();

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheKnownRoots() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(HEX.formatHex(tree(known()).root(0, size))).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void makesTheKnownInclusionProof() {
        assertThat(hex(Proofs.inclusion(5, 8, tree(known()))))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        ROOTS.get(4));
    }

    @Test
    void makesTheKnownConsistencyProof() {
        assertThat(hex(Proofs.consistency(6, 8, tree(known()))))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        ROOTS.get(4));
    }

    @Test
    void everyLeafOfEveryTreeIsProvenAndAnyFlippedBitIsNot() {
        Random random = new Random(20261123);
        List<byte[]> leaves = randomLeaves(random, 70);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = tree(leaves).root(0, size);
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> path = Proofs.inclusion(leaf, size, tree(leaves));
                assertThat(Proofs.includes(root, size, leaf, leaves.get(leaf), path))
                        .isTrue();
                assertThat(Proofs.includes(root, size, leaf, flipped(random, leaves.get(leaf)), path))
                        .isFalse();
                assertThat(Proofs.includes(root, size, (leaf + 1) % size, leaves.get(leaf), path))
                        .isEqualTo(size == 1);
                assertThat(Proofs.includes(root, size, leaf, leaves.get(leaf), plus(path)))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(Proofs.includes(root, size, leaf, leaves.get(leaf), flippedIn(random, path)))
                            .isFalse();
                    assertThat(Proofs.includes(root, size, leaf, leaves.get(leaf), path.subList(1, path.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeIsProvenToBeginEveryLaterOneAndAnyFlippedBitIsNot() {
        Random random = new Random(42);
        List<byte[]> leaves = randomLeaves(random, 40);
        for (int second = 1; second <= leaves.size(); second++) {
            byte[] later = tree(leaves).root(0, second);
            for (int first = 1; first <= second; first++) {
                byte[] earlier = tree(leaves).root(0, first);
                List<byte[]> path = Proofs.consistency(first, second, tree(leaves));
                assertThat(Proofs.extend(earlier, first, later, second, path)).isTrue();
                assertThat(Proofs.extend(flipped(random, earlier), first, later, second, path))
                        .isFalse();
                assertThat(Proofs.extend(earlier, first, flipped(random, later), second, path))
                        .isFalse();
                assertThat(Proofs.extend(earlier, first, later, second, plus(path)))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(Proofs.extend(earlier, first, later, second, flippedIn(random, path)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void goesOnFromItsFrontierAsIfItHadNeverStopped() {
        List<byte[]> leaves = randomLeaves(new Random(7), 300);
        CompactRange whole = CompactRange.empty();
        CompactRange resumed = CompactRange.empty();
        for (byte[] leaf : leaves) {
            whole.add(leaf);
            resumed = CompactRange.of(resumed.size(), resumed.frontier());
            resumed.add(leaf);
            assertThat(resumed.root()).isEqualTo(whole.root());
        }
    }

    @Test
    void addsACompleteSubtreeLikeItsLeaves() {
        List<byte[]> leaves = randomLeaves(new Random(9), 32);
        CompactRange range = CompactRange.empty();
        range.addSubtree(4, tree(leaves).root(0, 16));
        range.addSubtree(3, tree(leaves).root(16, 24));
        leaves.subList(24, 32).forEach(range::add);
        assertThat(range.root()).isEqualTo(tree(leaves).root(0, 32));
    }

    /** The definition of RFC 9162 §2.1.1, word for word. */
    private static Proofs.Subtrees tree(List<byte[]> leaves) {
        return new Proofs.Subtrees() {
            @Override
            public byte[] root(long from, long to) {
                if (from == to) {
                    return Hashing.sha256();
                }
                if (to - from == 1) {
                    return leaves.get((int) from);
                }
                long k = 1;
                while (k * 2 < to - from) {
                    k *= 2;
                }
                return Hashing.node(root(from, from + k), root(from + k, to));
            }
        };
    }

    private static List<byte[]> known() {
        return LEAVES.stream().map(HEX::parseHex).map(Hashing::leaf).toList();
    }

    private static List<byte[]> randomLeaves(Random random, int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[Hashing.LENGTH];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static byte[] flipped(Random random, byte[] hash) {
        byte[] other = hash.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    private static List<byte[]> flippedIn(Random random, List<byte[]> path) {
        List<byte[]> other = new ArrayList<>(path);
        int at = random.nextInt(path.size());
        other.set(at, flipped(random, path.get(at)));
        return other;
    }

    private static List<byte[]> plus(List<byte[]> path) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[Hashing.LENGTH]);
        return longer;
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HEX::formatHex).toList();
    }
}
