using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.OpenApi;

/// <summary>Writes the catalog's types as schemas.</summary>
internal sealed class SchemaWriter(OpenApiDocument document, ApiLibrary library)
{
    /// <summary>The format of ZStack timestamps: <c>Nov 14, 2017 10:20:57 PM</c>, in the server's time zone (PROTOCOL.md §6).</summary>
    public const string TimestampFormat = "zstack-timestamp";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Writes the structures and open enumerations of all APIs.</summary>
    public void WriteTypes()
    {
        foreach (CatalogStructure structure in library.Catalog.Structures)
            Reserve(structure.TypeName);
        foreach (CatalogEnumeration enumeration in library.Catalog.Enumerations)
            Reserve(enumeration.TypeName);
        foreach (CatalogStructure structure in library.Catalog.Structures)
            Add(structure.TypeName, Structure(structure));
        foreach (CatalogEnumeration enumeration in library.Catalog.Enumerations)
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = OpenApiText.Describe(enumeration) };
            AddKnownValues(schema, enumeration.Values.Select(static value => value.Value));
            LifeExtensions.Add(schema, enumeration.Since, enumeration.Description);
            Add(enumeration.TypeName, schema);
        }
    }

    /// <summary>Adds a component with a unique name.</summary>
    /// <returns>The name, followed by a number if the name was taken.</returns>
    public string AddUnique(string wanted, OpenApiSchema schema)
    {
        string name = wanted;
        for (int i = 2; _names.ContainsKey(name); i++)
            name = wanted + i.ToString(CultureInfo.InvariantCulture);
        Reserve(name);
        Add(name, schema);
        return name;
    }

    /// <summary>Returns a reference to a component.</summary>
    public OpenApiSchemaReference Reference(string name) => new(name, document);

    /// <summary>Returns the schema of a type.</summary>
    public IOpenApiSchema OfType(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        ValueKind.Int64 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        ValueKind.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ValueKind.Double => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
        ValueKind.Single => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "float" },
        ValueKind.Decimal => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" },
        ValueKind.Timestamp => new OpenApiSchema { Type = JsonSchemaType.String, Format = TimestampFormat },
        ValueKind.Json => new OpenApiSchema(),
        ValueKind.ErrorCode => Reference(ProtocolParts.ErrorCode),
        ValueKind.List => new OpenApiSchema { Type = JsonSchemaType.Array, Items = OfType(type.Element!) },
        ValueKind.Map => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = OfType(type.Element!) },
        ValueKind.Structure when library.Structure(type.Name) is not null => Reference(type.Name!),
        ValueKind.OpenEnum when library.Enumeration(type.Name) is not null => Reference(type.Name!),
        // A member's own enumeration: the member lists its values.
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>Returns the schema of a member with its documentation.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isDescribed">Whether the schema contains the description, and not the parameter around it.</param>
    public IOpenApiSchema OfMember(CatalogMember member, bool isDescribed = true)
    {
        IOpenApiSchema type = OfType(member.Type);
        string? description = isDescribed ? OpenApiText.Describe(member) : null;
        bool hasLife = isDescribed && LifeExtensions.Any(member.Since, member.Description);
        if (type is not OpenApiSchema schema)
        {
            if (description is null && !hasLife)
                return type;
            // OpenAPI 3.0 ignores all siblings of a reference.
            schema = new OpenApiSchema { AllOf = [type] };
        }

        schema.Description = description;
        if (hasLife)
            LifeExtensions.Add(schema, member.Since, member.Description);
        if (member.Values.Count > 0)
            AddKnownValues(member.Type.Kind == ValueKind.List && schema.Items is OpenApiSchema items ? items : schema, member.Values);
        AddLimits(schema, member);
        return schema;
    }

    private static void AddLimits(OpenApiSchema schema, CatalogMember member)
    {
        if (member.Range is { } range)
        {
            schema.Minimum = range.Minimum == long.MinValue ? null : range.Minimum.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = range.Maximum == long.MaxValue ? null : range.Maximum.ToString(CultureInfo.InvariantCulture);
        }

        if (member.Length is { } length)
        {
            schema.MinLength = length.Minimum == 0 ? null : (int)length.Minimum;
            schema.MaxLength = length.Maximum > int.MaxValue ? null : (int)length.Maximum;
        }

        if (member.IsNotEmpty && member.Type.Kind == ValueKind.List)
            schema.MinItems = 1;
        else if (member.IsNotEmpty)
            schema.MinProperties = 1;
    }

    /// <summary>Returns the schema of an object.</summary>
    public OpenApiSchema ObjectOf(IEnumerable<CatalogMember> members, bool isArgument)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>() };
        foreach (CatalogMember member in members)
        {
            schema.Properties[member.Name] = OfMember(member);
            if (isArgument && member.IsRequired)
                (schema.Required ??= new HashSet<string>()).Add(member.Name);
        }

        return schema;
    }

    private OpenApiSchema Structure(CatalogStructure structure)
    {
        OpenApiSchema own = ObjectOf(structure.Members, isArgument: false);
        OpenApiSchema schema = structure.Extends is { } parent && library.Structure(parent) is not null
            ? new OpenApiSchema { AllOf = [Reference(parent), own] }
            : own;
        schema.Description = OpenApiText.Describe(structure.Description, structure.Since);
        LifeExtensions.Add(schema, structure.Since, structure.Description);
        return schema;
    }

    // Newer servers add values, so no list is closed: a client generated with an `enum` could neither send nor read a newer
    // value. (NSwag's client could not even send the known values: its enumerations are serialized by their C# names.)
    private static void AddKnownValues(OpenApiSchema schema, IEnumerable<string> values)
    {
        var known = new JsonArray();
        foreach (string value in values.Distinct(StringComparer.Ordinal))
            known.Add(value);
        (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-extensible-enum"] = new JsonNodeExtension(known);
    }

    private void Reserve(string name) => _names[name] = name;

    private void Add(string name, IOpenApiSchema schema)
    {
        document.Components ??= new OpenApiComponents();
        (document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>())[name] = schema;
        document.Workspace?.RegisterComponentForDocument(document, schema, name);
    }
}
