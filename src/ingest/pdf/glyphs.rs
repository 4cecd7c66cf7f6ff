//! Where each letter of a PDF stands, page by page.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};

/// A letter (or a ligature): baseline and left end in points, `y` growing upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// Baseline.
    pub y: f64,
    /// Size of the font on the page.
    pub size: f64,
    /// The letter.
    pub text: String,
}

/// The letters of each page, in the order of the file.
pub fn pages(bytes: &[u8], limit: usize) -> Result<Vec<Vec<Glyph>>, String> {
    let mut document = Document::load_mem(bytes).map_err(|e| plain(&e))?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|_| "it is encrypted".to_owned())?;
    }
    let mut collector = Collector { pages: Vec::new(), left: limit };
    output_doc(&document, &mut collector).map_err(|e| plain(&e))?;
    Ok(collector.pages)
}

/// The first line of an error, without the full stop.
fn plain(error: &dyn std::fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or("it is damaged").trim_end_matches('.').to_owned()
}

struct Collector {
    pages: Vec<Vec<Glyph>>,
    /// Bytes of text that may still be taken.
    left: usize,
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Vec::new());
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _: f64,
        font: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        // The size of a square as high as the font, turned and scaled as the page has it.
        let size = font * (at.m11 * at.m22 - at.m12 * at.m21).abs().sqrt();
        let whole = [at.m31, at.m32, size, width].iter().all(|n| n.is_finite());
        if let Some(page) = self.pages.last_mut()
            && whole
            && self.left >= text.len()
        {
            self.left -= text.len();
            page.push(Glyph {
                x: at.m31,
                end: at.m31 + width * size,
                y: at.m32,
                size,
                text: text.to_owned(),
            });
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
