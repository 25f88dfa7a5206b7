//! The words of a text: the compiled twin of `copydesk.document.word_index`.
//!
//! It reads texts in ASCII, in the Latin letters below U+0250 and in the common marks, and
//! leaves every other text to its twin. So nothing here depends on a version of Unicode, and
//! Python alone says what a letter is.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use std::collections::hash_map::Entry;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

const CASELESS: char = '\u{0130}'; // its lower case is two code points, so it stays as it is
const NO_LETTER: usize = usize::MAX;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Digit,
    Apart,
}

/// What a code point is; `None` if only Python knows.
fn kind(code: char) -> Option<Kind> {
    match code {
        'a'..='z' | 'A'..='Z' => Some(Kind::Letter),
        '0'..='9' => Some(Kind::Digit),
        '\0'..='\u{7f}' => Some(Kind::Apart),
        '\u{aa}' | '\u{b2}' | '\u{b3}' | '\u{b5}' | '\u{b9}' | '\u{ba}' => Some(Kind::Letter),
        '\u{bc}'..='\u{be}' => Some(Kind::Letter),
        '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' => Some(Kind::Apart),
        CASELESS | '\u{01c4}'..='\u{01f3}' => None, // of the latter some are in title case
        '\u{c0}'..='\u{24f}' => Some(Kind::Letter),
        '\u{2007}' | '\u{2009}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' => Some(Kind::Apart),
        _ => None,
    }
}

/// A hash for words, which are short; nothing is kept from one text to the next.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word))
                .wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn write_u8(&mut self, _end: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The words in order: which one each is, by its number, and where it begins in code points.
#[derive(Default)]
struct Words<'a> {
    known: Vec<&'a str>,
    counts: Vec<u32>,
    order: Vec<(usize, u32)>,
    capitals: Vec<u32>,
    numbers: HashMap<&'a str, usize, BuildHasherDefault<WordHasher>>,
}

impl<'a> Words<'a> {
    fn add(&mut self, word: &'a str, start: u32) {
        let number = match self.numbers.entry(word) {
            Entry::Occupied(found) => *found.get(),
            Entry::Vacant(free) => {
                self.known.push(word);
                self.counts.push(0);
                *free.insert(self.known.len() - 1)
            }
        };
        self.counts[number] += 1;
        self.order.push((number, start));
    }

    /// Where a word begins that is followed by itself.
    fn doubled(&self) -> Vec<u32> {
        let pairs = self.order.windows(2);
        pairs.filter(|two| two[0].0 == two[1].0).map(|two| two[0].1).collect()
    }

    /// Where each word begins.
    fn starts(&self) -> Vec<Vec<u32>> {
        let sizes = self.counts.iter();
        let mut found: Vec<Vec<u32>> =
            sizes.map(|count| Vec::with_capacity(*count as usize)).collect();
        for (number, start) in &self.order {
            found[*number].push(*start);
        }
        found
    }
}

/// The words of a text, given also in lower case; `None` if the twin must read it.
fn read<'a>(text: &str, low: &'a str) -> Option<Words<'a>> {
    let mut words = Words::default();
    let mut before = Kind::Apart;
    let mut first = NO_LETTER; // of the word, in bytes
    let (mut start, mut at) = (0_u32, 0_u32); // of the word and of the letter, in code points
    let mut written = text.chars();
    for (byte, code) in low.char_indices() {
        let now = kind(code)?;
        let original = written.next()?;
        if now != before {
            if before != Kind::Apart {
                words.add(&low[first..byte], start);
            }
            if now == Kind::Letter && original != code {
                words.capitals.push(at);
            }
            start = at;
            first = byte;
            before = now;
        }
        at += 1;
    }
    if before != Kind::Apart {
        words.add(&low[first..], start);
    }
    Some(words)
}

type Found<'py> = (Bound<'py, PyDict>, Bound<'py, PyList>, Bound<'py, PyList>);

/// The words of a text, given also in lower case, or None for a text that the twin must read.
///
/// Returns where each word begins by the word, where a word begins that is followed by itself,
/// and where words in capitals begin; all in code points and in order.
#[pyfunction]
fn index<'py>(
    python: Python<'py>,
    text: &Bound<'py, PyString>,
    low: &Bound<'py, PyString>,
) -> PyResult<Option<Found<'py>>> {
    let read = match (text.to_str(), low.to_str()) {
        (Ok(text), Ok(low)) => read(text, low),
        _ => None, // half of a pair of surrogates
    };
    let words = match read {
        Some(words) => words,
        None => return Ok(None),
    };
    let starts = PyDict::new_bound(python);
    for (word, places) in words.known.iter().zip(words.starts()) {
        starts.set_item(PyString::new_bound(python, word), PyList::new_bound(python, places))?;
    }
    let doubled = PyList::new_bound(python, words.doubled());
    Ok(Some((starts, doubled, PyList::new_bound(python, words.capitals))))
}

#[pymodule]
fn copydesk_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(index, module)?)
}
