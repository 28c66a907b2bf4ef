//! A block, and what holds in all of it.

use super::command::Called;
use super::outline::{Hosts, Outline, ScopeKind};
use crate::core::slot::{Language, Trait};

/// A block with its outline, and what holds in all of it.
pub(super) struct CodeBlock<'a> {
    pub text: &'a [u8],
    pub outline: &'a Outline,
    pub language: Language,
    /// The endpoints that variables of the block are given.
    pub given: Hosts,
    /// The addresses of the clients of S3 that the block calls.
    pub called: Hosts,
    /// Whether it calls `aws` for another service than S3.
    pub has_service: bool,
}

impl<'a> CodeBlock<'a> {
    pub(super) fn of(text: &'a [u8], outline: &'a Outline, language: Language) -> Self {
        let mut block = Self {
            text,
            outline,
            language,
            given: Hosts::default(),
            called: Hosts::default(),
            has_service: false,
        };
        let is_code = block.is_code();
        for part in &outline.parts {
            match part.command {
                Some(Called::Assignment) => block.given.add(&part.own.endpoints),
                Some(command @ Called::Store(_)) => {
                    let names_none = command.names_no_endpoint();
                    let hosts = if names_none { &part.all.hosts } else { &part.all.endpoints };
                    block.called.add(hosts);
                }
                Some(Called::Service) => block.has_service = true,
                _ => {}
            }
            block.has_service |= is_code && part.own.service;
            if is_code && part.kind == ScopeKind::Statement && part.all.library.is_some() {
                block.given.add(&part.all.hosts);
            }
        }
        if is_code && let Some(whole) = outline.parts.first() {
            block.given.add(&whole.all.endpoints);
        }
        block
    }

    /// Whether it is a program.
    pub(super) fn is_code(&self) -> bool {
        self.language.has(Trait::Program)
    }

    /// Whether names have values in it, and no statements.
    pub(super) fn is_data(&self) -> bool {
        self.language.has(Trait::Data)
    }

    /// The innermost part at `at`.
    pub(super) fn part_at(&self, at: usize) -> usize {
        let parts = &self.outline.parts;
        let mut part = parts.partition_point(|part| part.range.start <= at).saturating_sub(1);
        while part > 0 && !parts[part].range.contains(&at) {
            part = parts[part].parent;
        }
        part
    }
}
