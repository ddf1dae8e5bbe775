using System.Text;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes a structure's <c>Query</c> and the fields that queries name.</summary>
internal sealed class QueryEmitter(SourceWriter writer)
{
    public void Emit(CatalogStructure structure)
    {
        if (structure.Query is { } query)
        {
            writer.Blank();
            Query(structure, query);
        }

        if (structure.HasQueryFields)
        {
            writer.Blank();
            Fields(structure);
        }
    }

    /// <summary>An expression and no static field, so that trimming keeps the fields of nothing that is not queried.</summary>
    private void Query(CatalogStructure structure, CatalogQuery query)
    {
        writer.Line("/// <summary>Finds all; its methods narrow that down.</summary>");
        writer.Line();
        if (SinceVersion.IsValid(query.Since))
            writer.Add("[ZStack::Since(\"").Add(query.Since!).Add("\")] ");
        StringBuilder text = writer.Add(query.HidesBase ? "public static new " : "public static ")
            .Add("ZStack::ZStackQuery<").Add(structure.TypeName).Add(", QueryFields> Query => new(").Builder;
        bool isUsual = query.RequiresSession;
        text.Append(isUsual ? "" : "new(");
        CSharpLiteral.Append(text, query.Api);
        text.Append(isUsual ? ", " : ", \"GET\", ");
        CSharpLiteral.Append(text, query.Path);
        if (isUsual)
            text.Append(query.HasUuidRoute ? ", true" : ", false");
        else
            text.Append(", ZStack::ApiTraits.Query)").Append(query.HasUuidRoute ? " { AlternatePaths = new[] { \"" + query.Path + "/{uuid}\" } }" : "");
        Optional(query.ZqlName);
        Optional(query.Key);
        text.Append(", Read, ");
        text.Append(query.UuidMember is null ? "null" : "static x => x." + query.UuidMember);
        text.Append(", new QueryFields());");
        writer.End();

        void Optional(string? value)
        {
            text.Append(", ");
            if (value is null)
                text.Append("null");
            else
                CSharpLiteral.Append(text, value);
        }
    }

    private void Fields(CatalogStructure structure)
    {
        writer.Line("/// <summary>The fields that a query can name.</summary>");
        writer.Line().Add(structure.Extends is null ? "public class QueryFields : ZStack::QueryFields" : "public new class QueryFields : " + structure.Extends + ".QueryFields").End();
        writer.Open();
        writer.Line("public QueryFields(ZStack::QueryFields? owner = null, string? name = null) : base(owner, name) { }");
        foreach (CatalogMember member in structure.Members)
            Field(structure, member);
        writer.Close();
    }

    private void Field(CatalogStructure structure, CatalogMember member)
    {
        bool isList = member.Type.Kind == ValueKind.List;
        TypeReference type = isList ? member.Type.Element! : member.Type;
        // A JSON value, a map or a list of lists is no column.
        if (type.Kind is ValueKind.Json or ValueKind.ErrorCode or ValueKind.Map or ValueKind.List)
            return;
        bool isPart = type.Kind == ValueKind.Structure;
        writer.Line().Add("/// <inheritdoc cref=\"").Add(structure.TypeName).Add(".").Add(member.Identifier).Add("\"/>").End();
        writer.Line().Add(HidesBase(member.Identifier) ? "public new " : "public ");
        if (isPart)
            writer.Add(type.Name!).Add(".QueryFields ");
        else if (type.Kind == ValueKind.String)
            writer.Add("ZStack::QueryText ");
        else
            writer.Add("ZStack::QueryField<").Add(TypeText.Name(type)).Add("> ");
        StringBuilder text = writer.Add(member.Identifier).Add(" => new(this").Builder;
        // A field's name is mostly its property's, which the compiler hands over.
        if (isPart || !IsPropertyName(member))
        {
            text.Append(", ");
            CSharpLiteral.Append(text, member.Name);
        }

        text.Append(isList && !isPart ? ", true);" : ");");
        writer.End();
    }

    /// <summary>The names of the base class; it stays reachable through it.</summary>
    private static bool HidesBase(string identifier) => identifier is "Field" or "SystemTag" or "UserTag" or "TagUuid";

    private static bool IsPropertyName(CatalogMember member) =>
        member.Name[0] is >= 'a' and <= 'z' && member.Identifier.Length == member.Name.Length
        && member.Identifier[0] == (char)(member.Name[0] - 32) && string.CompareOrdinal(member.Identifier, 1, member.Name, 1, member.Name.Length) == 0;
}
