//! The verbs of a text: tokens that are tagged as verbs, with their base forms.

use crate::lexicon::verbs::{self, Form, Verb};
use crate::lexicon::words;
use crate::model::{Document, Tag};

/// The verb that token `i` is a form of, auxiliaries included but for modals.
pub fn at(doc: &Document, tags: &[Tag], i: usize) -> Option<Verb> {
    let form = match *tags.get(i)? {
        Tag::Base => Form::Base,
        Tag::Third => Form::Third,
        Tag::Past | Tag::Participle => Form::Past,
        Tag::Ing => Form::Ing,
        Tag::Be => return Some(auxiliary("be")),
        Tag::Have => return Some(auxiliary("have")),
        Tag::Do => return Some(auxiliary("do")),
        _ => return None,
    };
    let word = doc.word(i);
    // `to lay off` is no form of `lie`, `to found` none of `find`.
    let listed = verbs::lookup(word).filter(|v| form != Form::Base || v.form == Form::Base);
    // `was found` is no form of `found`.
    let other = |v: &Verb| {
        form == Form::Past && v.form == Form::Base && words::base(word).is_some_and(|b| b != v.base)
    };
    let listed = match listed.filter(other) {
        Some(_) => words::base(word).and_then(verbs::lookup),
        None => listed,
    };
    if let Some(listed) = listed {
        return Some(Verb { form, ..listed });
    }
    let plain = (form == Form::Base).then(|| words::itself(word)).flatten();
    let base = plain.or_else(|| words::base(word))?;
    Some(Verb { base, canonical: base, form })
}

const fn auxiliary(base: &'static str) -> Verb {
    Verb { base, canonical: base, form: Form::Base }
}
