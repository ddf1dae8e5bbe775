using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the <c>Query</c> property of a structure and the fields that queries can name.</summary>
internal sealed class QueryEmitter(SourceWriter writer)
{
    private readonly AttributeEmitter _attributes = new(writer);

    public void Emit(CatalogStructure structure, TypeText types, Presence presence)
    {
        if (structure.Query is { } query)
        {
            writer.EndLine();
            Query(structure, query, presence);
        }

        if (structure.HasQueryFields)
        {
            writer.EndLine();
            Fields(structure, types);
        }
    }

    /// <summary>Writes the property as an expression, not as a static field, so that trimming removes the fields of unused queries.</summary>
    private void Query(CatalogStructure structure, CatalogQuery query, Presence presence)
    {
        writer.Line($"/// <summary>Gets a query over all resources. Its methods add conditions, an order and a selection.</summary>");
        _attributes.Member(query.Since, structure.Since);
        writer.Add($"public static {Code.If(query.HidesBase, $"new ")}{RuntimeNames.Query}<{new Identifier(structure.TypeName)}, QueryFields> Query => new(");
        var api = new Literal(query.Api);
        var path = new Literal(query.Path);
        if (query.RequiresSession)
        {
            writer.Add($"{api}, {path}, {Code.If(query.HasUuidRoute, $"true", $"false")}");
        }
        else
        {
            writer.Add($"new({api}, \"GET\", {path}, {RuntimeNames.ApiTraits}.Query)");
            if (query.HasUuidRoute)
                writer.Add($" {{ AlternatePaths = new[] {{ {new Literal(query.Path + "/{uuid}")} }} }}");
        }

        writer.Add($", {Literal.OrNull(query.ZqlName)}, {Literal.OrNull(query.Key)}, Read, ");
        if (query.UuidMember is { } uuid)
            writer.Add($"static x => x.{Uuid(structure, uuid, presence)}");
        else
            writer.Add($"null");
        writer.Line($", new QueryFields());");
    }

    /// <summary>Returns the backing field of the UUID: a result page without a UUID must end the query without an exception.</summary>
    private static Code Uuid(CatalogStructure structure, string property, Presence presence)
    {
        foreach (CatalogMember member in structure.Members)
        {
            if (string.Equals(member.Identifier, property, StringComparison.Ordinal))
                return presence.Storage(member);
        }

        return $"{new Identifier(property)}";
    }

    private void Fields(CatalogStructure structure, TypeText types)
    {
        writer.Line($"/// <summary>The fields that a query can name.</summary>");
        if (structure.Extends is { } extended)
            writer.Line($"public new class QueryFields : {new Identifier(extended)}.QueryFields");
        else
            writer.Line($"public class QueryFields : {RuntimeNames.QueryFields}");
        writer.Open();
        writer.Line($"public QueryFields({RuntimeNames.QueryFields}? owner = null, string? name = null) : base(owner, name) {{ }}");
        foreach (CatalogMember member in structure.Members)
            Field(structure, member, types);
        writer.Close();
    }

    private void Field(CatalogStructure structure, CatalogMember member, TypeText types)
    {
        bool isList = member.Type.Kind == ValueKind.List;
        TypeReference type = isList ? member.Type.Element! : member.Type;
        // A JSON value, a map or a list of lists is not a column.
        if (type.Kind is ValueKind.Json or ValueKind.ErrorCode or ValueKind.Map or ValueKind.List)
            return;
        bool isPart = type.Kind == ValueKind.Structure;
        bool isOpen = type.Kind == ValueKind.OpenEnum;
        var name = new Identifier(member.Identifier);
        writer.Line($"/// <inheritdoc cref=\"{new Identifier(structure.TypeName)}.{name}\"/>");
        writer.Add($"public {Code.If(HidesBase(member.Identifier), $"new ")}");
        if (isPart)
            writer.Add($"{types.Visible(type.Name!)}.QueryFields ");
        else if (type.Kind == ValueKind.String)
            writer.Add($"{RuntimeNames.QueryText} ");
        else if (isOpen)
            writer.Add($"{types.Visible(type.Name!)}.QueryField ");
        else
            writer.Add($"{RuntimeNames.QueryField}<{types.Name(type)}> ");
        writer.Add($"{name} => new(this");
        // The wire name mostly matches the property name, which the compiler passes to the constructor.
        if (isPart || isOpen || !IsPropertyName(member))
            writer.Add($", {new Literal(member.Name)}");
        writer.Line($"{Code.If(isList && !isPart, $", true")});");
    }

    /// <summary>Determines whether the name hides a member of the base class, which stays accessible through the base class.</summary>
    private static bool HidesBase(string identifier) => identifier is "Field" or "SystemTag" or "UserTag" or "TagUuid";

    private static bool IsPropertyName(CatalogMember member) =>
        member.Name[0] is >= 'a' and <= 'z' && member.Identifier.Length == member.Name.Length
        && member.Identifier[0] == (char)(member.Name[0] - 32) && string.CompareOrdinal(member.Identifier, 1, member.Name, 1, member.Name.Length) == 0;
}
