import type { ApiErrorCode } from './api-error.ts'

const errors: Record<ApiErrorCode, string> = {
  'invalid-request':
    'La demande est incomplète ou mal formée. Vérifiez ce que vous avez saisi, puis recommencez.',
  'not-signed-in': 'Vous n’êtes plus connecté. Connectez-vous, puis recommencez.',
  forbidden: 'Votre rôle dans ce plan ne permet pas cela. Un pilote du plan peut vous donner un autre rôle.',
  'phase-forbids':
    'La phase du projet ne permet pas cela en ce moment. Un pilote peut le faire changer de phase.',
  'not-found': 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  'wrong-origin':
    'La demande vient d’une autre adresse que celle de Concerte. Rechargez la page, puis recommencez.',
  'wrong-credentials': 'Adresse électronique ou mot de passe incorrect. Vérifiez les deux, puis recommencez.',
  'too-many-attempts': 'Trop d’essais en peu de temps. Attendez quelques minutes, puis recommencez.',
  'setup-closed': 'L’installation est déjà faite. Connectez-vous avec votre compte.',
  'setup-token-invalid':
    'Ce lien d’installation n’est plus valable. Ouvrez celui que le serveur a affiché à son dernier démarrage.',
  'email-taken':
    'Un compte existe déjà avec cette adresse. Connectez-vous avec lui, ou prenez une autre adresse.',
  'password-too-weak': 'Ce mot de passe est trop facile à deviner. Choisissez-en un autre, plus long.',
  'invitation-invalid':
    'Cette invitation n’est pas valable ou ne l’est plus. Demandez un nouveau lien à la personne qui vous a invité.',
  'not-an-approver':
    'Vous n’êtes pas parmi les personnes qui approuvent ce texte. Un pilote du plan peut vous désigner.',
  'text-changed': 'Le texte a changé depuis que vous l’avez sous les yeux. Relisez-le, puis recommencez.',
  'approvals-missing':
    'Le texte tel qu’il est n’a pas encore été approuvé par toutes les personnes désignées. Attendez leur accord, ou désignez d’autres personnes.',
  'seal-needed':
    'Un plan devient définitif quand un pilote le scelle, à la page «\u00A0Étapes et validation\u00A0».',
  'reopening-needed':
    'Ce plan est définitif. Un pilote peut le rouvrir, en disant pourquoi, à la page «\u00A0Étapes et validation\u00A0».',
  'not-a-member':
    'Une des personnes nommées n’est pas membre du projet. Invitez-la d’abord, ou retirez son nom.',
  'not-your-axis':
    'Cet axe revient à un autre groupe de travail. Demandez à l’un de ses rédacteurs, ou à un pilote du projet.',
  'axis-locked': 'Cet axe est validé et verrouillé. Un pilote du projet peut le rouvrir.',
  'amendment-changed': 'Son auteur a modifié cet amendement entre-temps. Relisez-le, puis recommencez.',
  'amendment-decided':
    'Cet amendement a déjà reçu une suite entre-temps. Relisez-la avant d’aller plus loin.',
  'amendment-collision':
    'Le texte a changé aux mêmes endroits entre-temps. Comparez l’état actuel et la proposition, puis recommencez.',
  'amendment-gone':
    'Ce que vise cet amendement n’est plus dans le projet. Remettez-le en place, ou déclarez l’amendement caduc.',
  'amendment-empty':
    'Cet amendement ne change rien au projet tel qu’il est. Modifiez la proposition, puis recommencez.',
  'too-many-threads':
    'La discussion a atteint la longueur que Concerte peut garder. Poursuivez-la dans un fil qui existe.',
  'too-many-amendments':
    'Les amendements de ce projet ont atteint la taille que Concerte peut garder. Soutenez ou commentez un amendement qui existe.',
  'last-lead': 'Un plan garde toujours au moins un pilote. Nommez d’abord un autre pilote.',
  'file-too-large': 'Ce fichier dépasse 2\u00A0Mo. Choisissez un fichier plus petit.',
  'file-unreadable':
    'Ce fichier n’a pas pu être lu. Vérifiez qu’il s’agit d’un texte (.txt) ou d’un plan exporté (.project.json).',
  'import-empty':
    'Aucun axe n’a été trouvé dans ce fichier. Vérifiez qu’il contient bien le texte d’un projet académique.',
  'pdf-unsupported-character':
    'Un caractère du plan n’existe dans aucune des polices du PDF. Remplacez-le, puis recommencez.',
  'export-failed': 'L’export n’a pas abouti. Recommencez dans un instant.',
  unavailable:
    'Concerte est indisponible un instant, le temps de remettre ses données en place. Recommencez dans quelques secondes.',
  internal:
    'Une erreur est survenue sur le serveur. Recommencez dans un instant\u202F; si elle persiste, prévenez la personne qui administre Concerte.',
  network: 'Le serveur ne répond pas. Vérifiez votre connexion, puis recommencez.',
  'unexpected-answer': 'La réponse du serveur n’a pas été comprise. Rechargez la page, puis recommencez.',
}

export const fr = {
  errors,
  unknown: 'Une erreur inattendue est survenue. Rechargez la page, puis recommencez.',
}
