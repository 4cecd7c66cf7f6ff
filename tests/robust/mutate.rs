//! Variants of a file by a fixed sequence of pseudo-random numbers, so that a failure comes again.

/// A small generator of pseudo-random numbers (xorshift).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// A variant of `bytes`: cut, bits flipped, bytes replaced, a piece doubled or taken out.
pub fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            2 if !bytes.is_empty() => bytes[at] = random.next() as u8,
            3 => bytes.insert(at, [0, 0xff, b'<', b'{', b'"', b'\n'][random.below(6)]),
            4 => {
                let end = (at + random.below(64)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let end = (at + random.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

/// `bytes` with all but a short beginning, which tells the format, replaced by noise.
pub fn noise(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let kept = random.below(48).min(bytes.len());
    let mut out = bytes[..kept].to_vec();
    out.extend((0..random.below(2000)).map(|_| random.next() as u8));
    out
}
