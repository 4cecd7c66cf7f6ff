//! What the program says about itself for other programs: schemas, completions, manual pages.

use super::args::{Args, SchemaOf};
use super::{CLEAN, Streams, output};
use crate::report::schema;
use clap::CommandFactory;
use std::io;
use std::path::Path;

/// `claimdiff schema`
pub fn schema(of: SchemaOf, streams: &mut Streams) -> u8 {
    let document = match of {
        SchemaOf::Report => schema::report(),
        SchemaOf::Extract => schema::extract(),
        SchemaOf::Rules => crate::rules::schema(),
        SchemaOf::Csv => schema::csv(),
        SchemaOf::CsvClaims => schema::csv_claims(),
    };
    deliver(format!("{document:#}\n").as_bytes(), streams)
}

/// `claimdiff completions`
pub fn completions(shell: clap_complete::Shell, streams: &mut Streams) -> u8 {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "claimdiff", &mut text);
    deliver(&text, streams)
}

/// `claimdiff man`
pub fn man(folder: &Path, streams: &mut Streams) -> u8 {
    let written = std::fs::create_dir_all(folder).and_then(|()| pages(folder));
    match written {
        Ok(n) => {
            streams.say(format_args!("{n} manual pages written to {}", folder.display()));
            CLEAN
        }
        Err(error) => streams
            .fail(format_args!("error: {}: The manual could not be written: {error}.", folder.display())),
    }
}

/// Writes `claimdiff.1` and a page for each command.
fn pages(folder: &Path) -> io::Result<usize> {
    let mut command = Args::command();
    command.build();
    let mut n = 0;
    let subcommands: Vec<_> = command.get_subcommands().filter(|c| c.get_name() != "help").cloned().collect();
    for page in std::iter::once(command).chain(subcommands) {
        let name = page.get_display_name().unwrap_or_else(|| page.get_name()).to_owned();
        let mut text = Vec::new();
        clap_mangen::Man::new(page).render(&mut text)?;
        std::fs::write(folder.join(format!("{name}.1")), text)?;
        n += 1;
    }
    Ok(n)
}

fn deliver(text: &[u8], streams: &mut Streams) -> u8 {
    match output::unless_closed(streams.stdout.write_all(text)) {
        Ok(()) => CLEAN,
        Err(error) => streams.fail(format_args!("error: The text could not be written: {error}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `CLAIMDIFF_UPDATE=1 cargo test schemas` writes them anew.
    #[test]
    fn the_schemas_in_the_repository_are_the_ones_printed() {
        for (name, schema) in [
            ("report.schema.json", schema::report()),
            ("extract.schema.json", schema::extract()),
            ("rules.schema.json", crate::rules::schema()),
            ("findings.table-schema.json", schema::csv()),
            ("claims.table-schema.json", schema::csv_claims()),
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name);
            let text = format!("{schema:#}\n");
            if std::env::var_os("CLAIMDIFF_UPDATE").is_some() {
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(&path, &text).unwrap();
            }
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                kept == text,
                "schemas/{name} has drifted; CLAIMDIFF_UPDATE=1 cargo test schemas writes it anew"
            );
        }
    }

    #[test]
    fn every_command_has_a_page_and_every_shell_its_completions() {
        let folder = std::env::temp_dir().join(format!("claimdiff-man-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let n = pages(&folder).unwrap();
        let check = std::fs::read_to_string(folder.join("claimdiff-check.1")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(n, Args::command().get_subcommands().count() + 1);
        assert!(check.contains("fail\\-on"), "{check}");
        for shell in [clap_complete::Shell::Bash, clap_complete::Shell::Zsh, clap_complete::Shell::Fish] {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "claimdiff", &mut text);
            assert!(String::from_utf8(text).unwrap().contains("baseline"));
        }
    }
}
