import type { Group } from './group.js';

/** Renames events, changes or removes properties on their way from a source to its destinations. */
export const transformations = {
  page: 'transformations',
  about: 'Renames events, changes or removes properties on their way from a source to its destinations.',
  operations: {
    delete_transformation: {
      http: 'DELETE /transformations/{transformationId}',
      summary: 'Delete a transformation.',
      needs: 'Protocols',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_transformation: {
      http: 'GET /transformations/{transformationId}',
      summary: 'Return one transformation.',
      needs: 'Protocols',
      data: {
        transformation: 'Transformation',
      },
    },
    update_transformation: {
      http: 'PATCH /transformations/{transformationId}',
      summary: 'Change, pause or resume a transformation.',
      needs: 'Protocols',
      body: {
        'name?': 'string',
        'sourceId?': 'string – Id of the source whose events it takes.',
        'destinationMetadataId?': 'string – Only on the way to this kind of destination.',
        'enabled?': 'boolean – Whether it is applied; false pauses it.',
        'if?': 'string',
        'drop?': 'boolean',
        'newEventName?': 'string',
        'propertyRenames?': 'PropertyRename[]',
        'propertyValueTransformations?': 'PropertyValueTransformation[]',
        'fqlDefinedProperties?': 'FQLDefinedProperty[]',
        'allowProperties?': 'string[]',
        'hashPropertiesConfiguration?': 'HashPropertiesConfiguration',
      },
      data: {
        transformation: 'Transformation',
      },
    },
    list_transformations: {
      http: 'GET /transformations',
      summary: 'List the transformations of the workspace.',
      needs: 'Protocols',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        transformations: 'Transformation[]',
        pagination: 'Pagination',
      },
      list: 'transformations',
    },
    create_transformation: {
      http: 'POST /transformations',
      summary: 'Create a transformation: which events it takes, and what it makes of them.',
      needs: 'Protocols',
      body: {
        name: 'string',
        sourceId: 'string – Id of the source whose events it takes.',
        'destinationMetadataId?': 'string – Only on the way to this kind of destination.',
        enabled: 'boolean',
        if: 'string',
        'drop?': 'boolean',
        'newEventName?': 'string',
        'propertyRenames?': 'PropertyRename[]',
        'propertyValueTransformations?': 'PropertyValueTransformation[]',
        'fqlDefinedProperties?': 'FQLDefinedProperty[]',
        'allowProperties?': 'string[]',
        'hashPropertiesConfiguration?': 'HashPropertiesConfiguration',
      },
      data: {
        transformation: 'Transformation',
      },
    },
  },
} as const satisfies Group;
