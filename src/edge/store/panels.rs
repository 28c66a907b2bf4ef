//! The panels of the document: which of them are accepted, and what each has of its own.

use super::{News, STORE, Store, dispatch, recall, tell};
use crate::core::app_part::AppParts;
use crate::core::config::Config;
use crate::core::message::{EdgeMsg, Msg};
use crate::core::model::Model;
use crate::core::panel::{PanelOptions, PanelSettings};
use crate::core::snippet::Client;

/// What a panel has of its own.
pub(super) struct Own {
    panel: String,
    config: Config,
    /// The tab that is chosen there.
    client: Client,
}

/// Takes a panel in, with the tab that is chosen there: at the first one the model is made.
///
/// # Errors
/// A sentence, where the secrets of this panel would go elsewhere than the page accepts, or than
/// those of a panel go that is in the page already. A page that was left for one of another
/// configuration starts over, signed out.
pub(in crate::edge) fn admit(
    settings: PanelSettings,
    accepted: &str,
    origin: String,
    client: Option<Client>,
) -> Result<PanelOptions, String> {
    let PanelSettings { config, mut options } = settings;
    let destinations = config.destinations();
    if !accepted.is_empty() && accepted != destinations {
        return Err(config.sends_elsewhere());
    }
    let is_same = STORE.with_borrow_mut(|store| {
        let Some(store) = store else { return Ok(false) };
        if store.model.config.destinations() != destinations {
            return if store.mounted.is_empty() {
                Ok(false)
            } else {
                Err(config.sends_elsewhere())
            };
        }
        store.own.retain(|own| own.panel != options.panel);
        if store.mounted.is_empty() {
            // Another page of the same site, which may be in another language.
            store.model.config.texts = config.texts.clone();
        }
        if store.model.config != config {
            let config = config.clone().beside(&store.model.config, &mut options);
            let client = client.unwrap_or_default();
            store.own.push(Own { panel: options.panel.clone(), config, client });
        }
        Ok(true)
    })?;
    if !is_same {
        start(config, origin, client);
    }
    STORE.with_borrow_mut(|store| {
        if let Some(store) = store {
            store.mounted.push(options.panel.clone());
        }
    });
    Ok(options)
}

/// A panel has left the page. The session stays: it belongs to the document.
pub(in crate::edge) fn dismiss(panel: &str) {
    STORE.with_borrow_mut(|store| {
        if let Some(store) = store {
            store.mounted.retain(|other| other != panel);
            store.own.retain(|own| own.panel != panel);
        }
    });
}

fn start(config: Config, origin: String, client: Option<Client>) {
    if STORE.with_borrow(Option::is_some) {
        dispatch(Msg::Edge(EdgeMsg::StartOver));
        tell(News::Replaced);
    }
    STORE.with_borrow_mut(|store| {
        let mut model = Model::new(config, origin, client);
        // Those that the page's file does not hold.
        model.parts = AppParts::AWAY;
        if let Some(old) = store.take() {
            // Replies to the old model stay out of date, and a token that comes is revoked.
            model.requests = old.model.requests;
            model.abandoned = old.model.abandoned;
            model.parts = old.model.parts;
            model.client_files = old.model.client_files;
        }
        *store = Some(Store {
            model,
            active: String::new(),
            focus: None,
            fill: Vec::new(),
            mounted: Vec::new(),
            own: Vec::new(),
        });
    });
    recall();
}

impl Store {
    /// Lets the panels of other configurations show the client that is chosen in this one, as far
    /// as they have it. Those of the same configuration share the choice.
    pub(super) fn follow(&mut self, panel: &str) {
        let chosen = |model: &mut Model| model.config.entry(model.client).map(|e| e.id.clone());
        let Some(id) = self.lent(panel, chosen) else { return };
        for own in &mut self.own {
            own.client = own.config.client(&id).unwrap_or(own.client);
        }
        self.model.client = self.model.config.client(&id).unwrap_or(self.model.client);
    }

    /// Does something with the model as `panel` has it.
    pub(super) fn lent<T>(&mut self, panel: &str, act: impl FnOnce(&mut Model) -> T) -> T {
        let Self { model, own, .. } = self;
        let mut own = own.iter_mut().find(|own| own.panel == panel);
        let mut swap = |model: &mut Model| {
            if let Some(own) = &mut own {
                std::mem::swap(&mut model.config, &mut own.config);
                std::mem::swap(&mut model.client, &mut own.client);
            }
        };
        swap(model);
        let done = act(model);
        swap(model);
        done
    }
}
