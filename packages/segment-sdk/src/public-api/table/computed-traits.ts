import type { Group } from './group.js';

/** Facts about a person or account that Segment computes from their events. */
export const computedTraits = {
  page: 'computed-traits',
  about: 'Facts about a person or account that Segment computes from their events.',
  operations: {
    remove_computed_trait_from_space: {
      http: 'DELETE /spaces/{spaceId}/computed-traits/{id}',
      summary: 'Delete a computed trait.',
      stability: 'alpha',
      rate: '20/minute',
      needs: 'Computed Trait',
      path: {
        id: 'Id of the computed trait.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    get_computed_trait: {
      http: 'GET /spaces/{spaceId}/computed-traits/{id}',
      summary: 'Return one computed trait.',
      stability: 'alpha',
      rate: '100/minute',
      needs: 'Computed Trait',
      path: {
        id: 'Id of the computed trait.',
      },
      data: {
        computedTrait: 'ComputedTraitSummary',
      },
    },
    update_computed_trait_for_space: {
      http: 'PATCH /spaces/{spaceId}/computed-traits/{id}',
      summary: 'Change a computed trait: its name, definition, or whether it is computed (enabled).',
      stability: 'alpha',
      rate: '10/minute',
      needs: 'Computed Trait',
      path: {
        id: 'Id of the computed trait.',
      },
      body: {
        'enabled?': 'boolean – Whether it is computed; false pauses it.',
        'name?': 'string',
        'description?': 'string',
        'definition?': 'TraitDefinition – The query that computes it.',
      },
      data: {
        computedTrait: 'ComputedTraitSummary',
      },
    },
    list_computed_traits: {
      http: 'GET /spaces/{spaceId}/computed-traits',
      summary: 'List the computed traits of a space.',
      stability: 'alpha',
      rate: '25/minute',
      needs: 'Computed Trait',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        computedTraits: 'ComputedTraitSummary[]',
        pagination: 'Pagination',
      },
      list: 'computedTraits',
    },
    create_computed_trait: {
      http: 'POST /spaces/{spaceId}/computed-traits',
      summary: 'Create a trait that Segment computes from a query.',
      stability: 'alpha',
      rate: '10/minute',
      needs: 'Computed Trait',
      body: {
        name: 'string',
        'enabled?': 'boolean – Whether it is computed from the start. Default true.',
        'description?': 'string',
        definition: 'TraitDefinition – The query that computes it.',
        'options?': 'TraitOptions – How far to look back, and whom to count.',
      },
      data: {
        computedTrait: 'ComputedTraitSummary',
      },
    },
  },
} as const satisfies Group;
