import type { Language } from '../language.ts';

export const es: Language = {
	tag: 'es',
	fields: {
		title: 'título, titulo, nombre',
		id: 'número, numero, identificador, número de incidente',
		status: 'estado, estado actual',
		impact: 'impacto, nivel de impacto',
		severity: 'severidad, gravedad, prioridad, criticidad',
		date: `
			fecha, fechas, fecha del incidente, período, periodo, fecha y hora, ventana
		`,
		started_at: `
			inicio, hora de inicio, fecha de inicio, comienzo, inicio del incidente, desde
		`,
		detected_at: 'detectado, detección, hora de detección, fecha de detección, reportado',
		acknowledged_at: 'reconocido, atendido',
		mitigated_at: 'mitigado, mitigación',
		resolved_at: `
			fin, hora de fin, fecha de fin, final, resuelto, hora de resolución, fecha de resolución, fin del incidente,
			restablecido, restablecimiento, resolución, resuelto el, cierre, hasta
		`,
		scheduled_for: 'programado para',
		scheduled_until: 'programado hasta',
		published_at: 'publicado, publicado el',
		duration: `
			duración, duracion, duración total, duración del incidente, tiempo de inactividad
		`,
		time_to_resolve: 'tiempo de resolución, tiempo de recuperación',
		components: `
			componente, componentes, servicio, servicios, servicios afectados, servicio afectado, sistemas afectados,
			sistema afectado, alcance
		`,
		summary: 'resumen, descripción',
		authors: 'autor, autores, autora, redactado por',
		owner: 'responsable, responsables, encargado',
		references: 'referencias, ver también, incidentes relacionados',
		time_zone: 'zona horaria, huso horario',
	},
	sections: {
		summary: `
			resumen, resumen ejecutivo, descripción, qué pasó, qué ocurrió, visión general, contexto
		`,
		severity: 'severidad, gravedad',
		impact: 'impacto, consecuencias, afectación',
		timeline: `
			cronología, línea de tiempo, línea temporal, linea de tiempo, secuencia de eventos, eventos
		`,
		'root-cause': `
			causa, causas, causa raíz, causa raiz, análisis, análisis de causa raíz, origen
		`,
		'contributing-factors': 'factores contribuyentes, factores',
		detection: 'detección',
		resolution: 'resolución, solución, recuperación, mitigación, corrección, remediación',
		lessons: 'lecciones, lecciones aprendidas, aprendizajes, qué salió bien',
		'action-items': 'acciones, acciones correctivas, próximos pasos, plan de acción, tareas, seguimiento',
		prevention: 'mejoras, prevención, recomendaciones, medidas preventivas, acciones preventivas',
		references: 'referencias, ver también, enlaces',
		metadata: 'metadatos, datos, información',
	},
	statuses: {
		investigating: 'abierto, en investigación, investigando',
		identified: 'identificado',
		monitoring: 'monitoreando, en monitoreo, en observación',
		resolved: 'resuelto, cerrado, solucionado, completado, finalizado',
		scheduled: 'programado, planificado',
		in_progress: 'en curso, en progreso',
		draft: 'borrador',
		'in-review': 'en revisión',
		published: 'publicado, aprobado',
	},
	levels: {
		none: 'ninguno, ninguna, nulo',
		minor: 'menor, bajo, baja, leve',
		major: 'mayor, medio, media, moderado, moderada',
		critical: 'crítico, crítica, critico, critica, alto, alta, grave, severo, severa',
	},
	itemStates: {
		open: 'abierto, pendiente, por hacer, planificado',
		in_progress: 'en curso, en progreso',
		done: 'hecho, completado, terminado, resuelto, implementado, sí',
		dropped: 'descartado, cancelado, rechazado',
	},
	itemFields: {
		task: 'acción, acciones, tarea, tareas, descripción, medida, qué',
		owner: 'responsable, propietario, dueño, quién, asignado a, encargado, equipo',
		due: 'fecha límite, fecha, vencimiento, plazo, cuándo, fecha objetivo',
		status: 'estado, estatus',
		ticket: 'enlace',
	},
	reports: `
		incidente, informe de incidente, informe del incidente, reporte de incidente, análisis posterior,
		análisis post incidente, informe postmortem
	`,
	noEnd: 'en curso, desconocido, por determinar, pendiente',
	months: [
		'enero, ene',
		'febrero',
		'marzo',
		'abril, abr',
		'mayo',
		'junio',
		'julio',
		'agosto',
		'septiembre, setiembre',
		'octubre',
		'noviembre',
		'diciembre, dic',
	],
	weekdays: ['lunes', 'martes', 'miércoles, miercoles', 'jueves', 'viernes', 'sábado, sabado', 'domingo'],
	units: [
		[1 / 60, 'segundo, segundos'],
		[1, 'minuto, minutos'],
		[60, 'hora, horas'],
		[1440, 'día, días, dia, dias'],
		[10_080, 'semana, semanas'],
	],
	noon: 'mediodía, mediodia',
	midnight: 'medianoche',
	about: 'sobre, aproximadamente, aprox, hacia',
	atTime: 'a, las, el, la, desde',
	afterTime: 'horas, hrs',
	ofMonth: 'de, del',
	rangeWords: 'a, hasta',
	timeHeads: 'hora, fecha, cuándo, cuando, horario, momento',
	eventHeads: 'evento, suceso, descripción, descripcion, qué, acción, accion, detalle',
	zoneSentences: `
			(zona horaria|huso horario) [es] {zone}, horario {zone},
			(horas|horarios) [están|son] [todas|todos] [expresadas|indicadas] en [la zona] {zone}
		`,
};
