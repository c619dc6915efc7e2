export const fr = {
  diff: {
    added: '[ajouté\u00A0: ',
    removed: '[retiré\u00A0: ',
    end: '] ',
    addedBreak: '[paragraphe coupé ici] ',
    removedBreak: '[paragraphes réunis ici] ',
    restyled: '[autre mise en forme\u00A0: ',
    relisted: '[présenté autrement] ',
    unfold: 'Tout le texte',
    fold: 'Seulement les changements',
  },
}
