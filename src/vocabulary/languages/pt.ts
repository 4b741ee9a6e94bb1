import type { Language } from '../language.ts';

export const pt: Language = {
	tag: 'pt',
	fields: {
		title: 'título, titulo, nome',
		id: 'número, identificador, número do incidente',
		status: 'estado, situação',
		impact: 'impacto, nível de impacto',
		severity: 'severidade, gravidade, prioridade, criticidade',
		date: 'data, datas, data do incidente, período, data e hora, janela',
		started_at: `
			início, inicio, hora de início, data de início, começo, início do incidente
		`,
		detected_at: `
			detectado, detectado em, detecção, deteção, hora da detecção, data da detecção, reportado
		`,
		acknowledged_at: 'reconhecido',
		mitigated_at: 'mitigado, mitigação',
		resolved_at: `
			fim, término, hora de término, data de término, resolvido, hora da resolução, data da resolução,
			fim do incidente, restaurado, resolução, resolvido em, encerrado, normalização, fim às
		`,
		scheduled_for: 'agendado para',
		scheduled_until: 'agendado até',
		published_at: 'publicado, publicado em',
		duration: `
			duração, duracao, duração total, duração do incidente, tempo de indisponibilidade
		`,
		time_to_resolve: 'tempo de resolução, tempo de recuperação',
		components: `
			componente, componentes, serviço, serviços, serviços afetados, serviço afetado, sistemas afetados,
			sistema afetado, escopo
		`,
		summary: 'resumo, descrição',
		authors: 'autor, autores, autora, escrito por',
		owner: 'responsável, responsáveis',
		references: 'referências, veja também, incidentes relacionados',
		time_zone: 'fuso horário, fuso',
	},
	sections: {
		summary: `
			resumo, resumo executivo, sumário, descrição, o que aconteceu, visão geral, contexto
		`,
		severity: 'severidade, gravidade',
		impact: 'impacto, impactos, consequências',
		timeline: 'linha do tempo, cronologia, sequência de eventos, eventos, histórico',
		'root-cause': `
			causa, causas, causa raiz, causas raiz, análise, análise de causa raiz, origem
		`,
		'contributing-factors': 'fatores contribuintes, fatores',
		detection: 'detecção, deteção',
		resolution: 'resolução, solução, recuperação, mitigação, correção, remediação',
		lessons: 'lições, lições aprendidas, aprendizados, o que deu certo',
		'action-items': `
			ações, ações corretivas, próximos passos, plano de ação, tarefas, acompanhamento, itens de ação
		`,
		prevention: 'melhorias, prevenção, recomendações, medidas preventivas, ações preventivas',
		references: 'referências, veja também, links',
		metadata: 'metadados, dados, informações',
	},
	statuses: {
		investigating: 'aberto, em investigação, investigando',
		identified: 'identificado',
		monitoring: 'monitorando, em monitoramento, em observação',
		resolved: 'resolvido, fechado, encerrado, concluído, solucionado',
		scheduled: 'agendado, planejado',
		in_progress: 'em andamento, em progresso',
		draft: 'rascunho',
		'in-review': 'em revisão',
		published: 'publicado, aprovado',
	},
	levels: {
		none: 'nenhum, nenhuma, nulo',
		minor: 'menor, baixo, baixa, leve',
		major: 'maior, médio, média, moderado, moderada',
		critical: 'crítico, crítica, alto, alta, grave, severo, severa',
	},
	itemStates: {
		open: 'aberto, pendente, a fazer, planejado',
		in_progress: 'em andamento, em progresso',
		done: 'feito, concluído, terminado, resolvido, implementado, sim',
		dropped: 'descartado, cancelado, rejeitado',
	},
	itemFields: {
		task: 'ação, ações, tarefa, tarefas, descrição, o que, medida',
		owner: 'responsável, dono, quem, proprietário, equipe, time',
		due: 'prazo, data limite, data, vencimento, quando',
		status: 'situação, estado',
	},
	reports: `
		relatório de incidente, relatório do incidente, análise pós incidente, análise de causa raiz, ocorrência
	`,
	noEnd: 'em andamento, desconhecido, a definir, pendente',
	months: [
		'janeiro',
		'fevereiro, fev',
		'março, marco',
		'abril, abr',
		'maio',
		'junho',
		'julho',
		'agosto',
		'setembro',
		'outubro',
		'novembro',
		'dezembro, dez',
	],
	weekdays: [
		'segunda-feira, segunda',
		'terça-feira, terça',
		'quarta-feira, quarta',
		'quinta-feira, quinta',
		'sexta-feira, sexta',
		'sábado, sabado',
		'domingo',
	],
	units: [
		[1 / 60, 'segundo, segundos'],
		[1, 'minuto, minutos'],
		[60, 'hora, horas'],
		[1440, 'dia, dias'],
		[10_080, 'semana, semanas'],
	],
	noon: 'meio-dia',
	midnight: 'meia-noite',
	about: 'aproximadamente, aprox, cerca',
	atTime: 'às, as, em, de, dia',
	afterTime: 'horas, hrs',
	ofMonth: 'de',
	rangeWords: 'até, a, às',
	timeHeads: 'hora, data, quando, horário, horario, momento',
	eventHeads: 'evento, descrição, descricao, o que, ação, acao, detalhe',
	zoneSentences: `
			fuso horário [é] {zone}, horário {zone},
			(horários|horas) [estão|são] [todos|todas] em {zone}
		`,
};
