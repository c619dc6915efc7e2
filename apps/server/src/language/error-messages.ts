import type { ErrorCode } from '@concerte/api'

import type { Language } from './language.ts'

/** What each error says to people: what happened, then what to do. `{detail}` takes the error's own. */
export const errorMessages: Record<Language, Record<ErrorCode, string>> = {
  fr: {
    'invalid-request':
      'La demande est incomplète ou mal formée. Corrigez les champs indiqués, puis recommencez.',
    'not-signed-in':
      'Vous n’êtes pas connecté, ou votre session a pris fin. Connectez-vous, puis recommencez.',
    forbidden: 'Votre rôle dans ce projet ne le permet pas. Demandez à un pilote du projet.',
    'phase-forbids': 'La phase du projet ne le permet pas en ce moment. Demandez à un pilote du projet.',
    'not-found':
      'Cette page ou ce projet n’existe pas, ou ne vous est pas ouvert. Vérifiez l’adresse, ou demandez une invitation à un pilote.',
    'wrong-origin':
      'La demande vient d’une autre adresse que celle de Concerte. Ouvrez Concerte à son adresse habituelle ; si vous l’installez, vérifiez PUBLIC_URL et ALLOWED_ORIGINS.',
    'wrong-credentials':
      'L’adresse électronique ou le mot de passe ne correspond à aucun compte. Vérifiez-les, puis recommencez.',
    'too-many-attempts': 'Il y a eu trop d’essais. Attendez un quart d’heure, puis recommencez.',
    'setup-closed': 'Le premier compte existe déjà. Connectez-vous, ou demandez une invitation.',
    'setup-token-invalid':
      'Ce lien d’installation n’est plus valable. Prenez celui que le serveur a affiché à son dernier démarrage.',
    'email-taken':
      'Un compte existe déjà avec cette adresse électronique. Connectez-vous avec ce compte, puis ouvrez de nouveau le lien.',
    'password-too-weak': 'Ce mot de passe est trop court. Choisissez-en un d’au moins douze caractères.',
    'invitation-invalid':
      'Cette invitation n’est plus valable : elle a expiré, a déjà servi ou a été retirée. Demandez-en une nouvelle à un pilote du projet.',
    'not-an-approver':
      'Vous n’êtes pas de ceux qui approuvent ce texte. Demandez à un pilote du projet de vous désigner.',
    'text-changed': 'Le texte a changé depuis que vous l’avez sous les yeux. Relisez-le, puis recommencez.',
    'approvals-missing':
      'Le texte tel qu’il est n’a pas encore été approuvé par tous ceux qui ont été désignés. Attendez leur accord, ou désignez d’autres personnes.',
    'seal-needed':
      'Un projet devient définitif quand un pilote le scelle, à la page «\u00a0Étapes et validation\u00a0».',
    'reopening-needed':
      'Ce projet est définitif. Un pilote peut le rouvrir, en disant pourquoi, à la page «\u00a0Étapes et validation\u00a0».',
    'not-a-member':
      'Une des personnes nommées n’est pas membre du projet. Invitez-la d’abord, ou retirez son nom.',
    'not-your-axis':
      'Cet axe revient à un autre groupe de travail. Demandez à l’un de ses rédacteurs, ou à un pilote du projet.',
    'axis-locked': 'Cet axe est validé et verrouillé. Demandez à un pilote du projet de le rouvrir.',
    'amendment-changed': 'Son auteur a modifié cet amendement entre-temps. Relisez-le, puis recommencez.',
    'amendment-decided':
      'Cet amendement a déjà reçu une suite entre-temps ({detail}). Relisez-la avant d’aller plus loin.',
    'amendment-collision':
      'Le texte a changé aux mêmes endroits entre-temps. Comparez l’état actuel et la proposition, puis recommencez.',
    'amendment-gone':
      'Ce que vise cet amendement n’est plus dans le projet. Remettez-le en place, ou déclarez l’amendement caduc.',
    'amendment-empty':
      'Cet amendement ne change rien au projet tel qu’il est. Modifiez la proposition, puis recommencez.',
    'too-many-threads':
      'Les discussions de ce projet ont atteint la taille que Concerte peut garder. Poursuivez dans un fil qui existe.',
    'too-many-amendments':
      'Les amendements de ce projet ont atteint la taille que Concerte peut garder. Soutenez ou commentez un amendement qui existe.',
    'last-lead': 'C’est le dernier pilote du projet. Nommez d’abord un autre pilote.',
    'file-too-large': 'Ce fichier dépasse la taille permise, 2 Mo. Allégez-le, puis recommencez.',
    'file-unreadable':
      'Ce fichier n’a pas pu être lu. Choisissez un texte (.txt) ou un projet exporté par Concerte (.json).',
    'import-empty':
      'Aucun axe n’a été trouvé dans ce fichier. Vérifiez qu’il contient bien le texte d’un projet académique.',
    'pdf-unsupported-character':
      'Le PDF ne peut pas contenir le caractère « {detail} » : aucune police ne le dessine. Remplacez-le dans le projet, puis exportez de nouveau.',
    'export-failed':
      'L’export n’a pas abouti. Recommencez dans un instant ; si cela se reproduit, prévenez l’administrateur.',
    unavailable:
      'Concerte est indisponible un instant, le temps de remettre ses données en place. Recommencez dans quelques secondes.',
    internal:
      'Une erreur est survenue sur le serveur, et elle a été consignée. Recommencez dans un instant ; si cela se reproduit, donnez la référence {detail} à l’administrateur.',
  },
  en: {
    'invalid-request': 'The request is incomplete or malformed. Correct the fields shown, then try again.',
    'not-signed-in': 'You are not signed in, or your session has ended. Sign in, then try again.',
    forbidden: 'Your role in this plan does not allow this. Ask a lead of the plan.',
    'phase-forbids': 'The phase that the plan is in does not allow this. Ask a lead of the plan.',
    'not-found':
      'This page or plan does not exist, or is not open to you. Check the address, or ask a lead for an invitation.',
    'wrong-origin':
      'The request comes from another address than Concerte’s own. Open Concerte at its usual address; if you are setting it up, check PUBLIC_URL and ALLOWED_ORIGINS.',
    'wrong-credentials':
      'The e-mail address or the password does not match any account. Check both, then try again.',
    'too-many-attempts': 'There have been too many attempts. Wait a quarter of an hour, then try again.',
    'setup-closed': 'The first account already exists. Sign in, or ask for an invitation.',
    'setup-token-invalid':
      'This set-up link is no longer valid. Use the one that the server printed when it last started.',
    'email-taken':
      'An account with this e-mail address already exists. Sign in with it, then open the link again.',
    'password-too-weak': 'This password is too short. Choose one of at least twelve characters.',
    'invitation-invalid':
      'This invitation is no longer valid: it has expired, has been used or has been withdrawn. Ask a lead of the plan for a new one.',
    'not-an-approver': 'You are not among those who approve this text. Ask a lead of the plan to name you.',
    'text-changed': 'The text has changed since you saw it. Read it again, then try again.',
    'approvals-missing':
      'Not everyone who was named has approved the text as it stands. Wait for their approval, or name other people.',
    'seal-needed': 'A plan becomes final when a lead seals it, on the page “Steps and approval”.',
    'reopening-needed':
      'This plan is final. A lead can reopen it, saying why, on the page “Steps and approval”.',
    'not-a-member':
      'One of the people named is not a member of the plan. Invite them first, or take their name out.',
    'not-your-axis': 'This axis is another working group’s. Ask one of its editors, or a lead of the plan.',
    'axis-locked': 'This axis is validated and locked. Ask a lead of the plan to unlock it.',
    'amendment-changed': 'Its author has changed this amendment meanwhile. Read it again, then try again.',
    'amendment-decided':
      'This amendment has been decided on meanwhile ({detail}). Read the decision before going further.',
    'amendment-collision':
      'The text has changed in the same places meanwhile. Compare what stands there with the proposal, then try again.',
    'amendment-gone':
      'What this amendment is about is no longer in the plan. Bring it back, or declare the amendment obsolete.',
    'amendment-empty':
      'This amendment changes nothing of the plan as it is. Change the proposal, then try again.',
    'too-many-threads':
      'The discussions of this plan are as long as Concerte can keep. Go on in a thread that exists.',
    'too-many-amendments':
      'The amendments of this plan are as many and as long as Concerte can keep. Support one that exists, or comment on it.',
    'last-lead': 'This is the plan’s last lead. Name another lead first.',
    'file-too-large': 'This file exceeds the size allowed, 2 MB. Make it smaller, then try again.',
    'file-unreadable':
      'This file could not be read. Choose a text (.txt) or a plan exported by Concerte (.json).',
    'import-empty': 'No axis was found in this file. Check that it holds the text of a projet académique.',
    'pdf-unsupported-character':
      'The PDF cannot hold the character “{detail}”: no font draws it. Replace it in the plan, then export again.',
    'export-failed':
      'The export did not succeed. Try again in a moment; if it happens again, tell the administrator.',
    unavailable:
      'Concerte is unavailable for a moment: its data are being put in place. Try again in a few seconds.',
    internal:
      'Something went wrong on the server, and it has been recorded. Try again in a moment; if it happens again, give the administrator the reference {detail}.',
  },
}
