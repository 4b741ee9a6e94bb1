import type { Language } from '../language.ts';

export const fr: Language = {
	tag: 'fr',
	fields: {
		title: 'titre, intitulé, objet',
		id: 'numéro, identifiant, référence, n',
		status: 'statut, état',
		impact: 'impact, niveau d impact',
		severity: 'sévérité, gravité, priorité, criticité, niveau de gravité',
		date: 'date, dates, date de l incident, période, jour',
		started_at: 'début, heure de début, date de début, commencé, début de l incident, de',
		detected_at: 'détecté, détection, détecté à, détecté le, heure de détection, signalé',
		acknowledged_at: 'pris en charge, acquitté',
		mitigated_at: 'atténué, contourné',
		resolved_at: `
			fin, heure de fin, date de fin, résolu, résolu à, résolu le, fin de l incident, rétabli, rétablissement, résolution, terminé, à
		`,
		scheduled_for: 'prévu pour, début prévu',
		scheduled_until: 'fin prévue',
		published_at: 'publié, publié le',
		duration: `
			durée, durée totale, durée de l incident, durée d interruption, durée de l interruption
		`,
		time_to_resolve: 'temps de résolution, délai de résolution',
		components: `
			composant, composants, service, services, services affectés, services impactés, service impacté,
			service affecté, systèmes affectés, périmètre
		`,
		summary: 'résumé, description, synthèse',
		authors: 'auteur, auteurs, rédacteur, rédigé par',
		owner: 'responsable, pilote',
		references: 'références, voir aussi, incidents liés',
		time_zone: 'fuseau horaire, fuseau',
	},
	sections: {
		summary: `
			résumé, synthèse, aperçu, description, que s est il passé, ce qui s est passé, contexte
		`,
		severity: 'sévérité, gravité',
		impact: 'impact, impacts, conséquences, effets',
		timeline: `
			chronologie, déroulement, déroulé, frise chronologique, fil des événements, historique, événements
		`,
		'root-cause': `
			cause, causes, cause racine, causes racines, cause première, cause principale, analyse, origine
		`,
		'contributing-factors': 'facteurs contributifs, facteurs aggravants',
		detection: 'détection',
		resolution: 'résolution, rétablissement, remédiation, correction, mitigation, solution',
		lessons: `
			leçons, leçons apprises, enseignements, retour d expérience, ce qui a bien fonctionné
		`,
		'action-items': 'actions, plan d action, actions correctives, prochaines étapes, suites, suivi, mesures',
		prevention: 'améliorations, prévention, recommandations, mesures préventives, actions préventives',
		references: 'références, voir aussi, liens',
		metadata: 'métadonnées, informations, fiche',
	},
	statuses: {
		investigating: 'ouvert, en cours d analyse, en cours d investigation',
		identified: 'identifié',
		monitoring: 'sous surveillance, en surveillance',
		resolved: 'résolu, clos, fermé, terminé, corrigé',
		scheduled: 'planifié, prévu, programmé',
		in_progress: 'en cours',
		draft: 'brouillon',
		'in-review': 'en relecture, en revue',
		published: 'publié, validé',
	},
	levels: {
		none: 'aucun, aucune, nul',
		minor: 'mineur, mineure, faible, bas, basse',
		major: 'majeur, majeure, moyen, moyenne, modéré, modérée',
		critical: 'critique, élevé, élevée, haut, haute, grave, sévère',
	},
	itemStates: {
		open: 'à faire, ouvert, prévu, planifié',
		in_progress: 'en cours',
		done: 'fait, terminé, réalisé, livré, corrigé, oui',
		dropped: 'abandonné, annulé, rejeté',
	},
	itemFields: {
		task: 'tâche, tâches, mesure, mesures, quoi',
		owner: 'responsable, propriétaire, qui, porteur, pilote, assigné à, équipe',
		due: 'échéance, date limite, délai, quand, pour le',
		status: 'statut, état, avancement',
		ticket: 'lien',
	},
	reports: `
		compte rendu d incident, compte rendu, rapport d incident, fiche d incident, analyse post incident,
		retour d expérience, rex
	`,
	noEnd: 'en cours, inconnu, à déterminer',
	months: [
		'janvier, janv',
		'février, fevrier, févr, fév',
		'mars',
		'avril, avr',
		'mai',
		'juin',
		'juillet, juil',
		'août, aout',
		'septembre',
		'octobre',
		'novembre',
		'décembre, decembre, déc',
	],
	weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
	units: [
		[1 / 60, 'seconde, secondes'],
		[1, 'minute, minutes'],
		[60, 'heure, heures'],
		[1440, 'jour, jours'],
		[10_080, 'semaine, semaines'],
	],
	noon: 'midi',
	midnight: 'minuit',
	about: 'vers, environ, env',
	atTime: 'à, le, a, de',
	afterTime: 'heures, heure',
	ofMonth: 'de',
	rangeWords: 'à, au, jusque, jusqu',
	timeHeads: 'heure, date, quand, horodatage, jour',
	eventHeads: 'événement, evenement, description, quoi, action, détail',
	zoneSentences: `
			fuseau horaire [est] {zone},
			(heures|horaires) [sont] [toutes|tous] [indiquées|exprimées|données] en {zone}
		`,
};
