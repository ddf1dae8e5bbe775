using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>The fenced examples of an API, assigned by the label above them or, without a label, by order and content.</summary>
internal sealed class NativeSample
{
    private readonly List<TextRange> _unlabelled = [];
    private TextRange _request, _response;
    private string _label = "";

    /// <summary>Reads a line or heading <c>Request</c> or <c>Response</c>.</summary>
    /// <returns><see langword="false"/> for any other text.</returns>
    public bool Label(ReadOnlySpan<char> words)
    {
        if (words.Length > 0 && words[words.Length - 1] is ':' or '：')
            words = words.Slice(0, words.Length - 1);
        foreach ((string known, string label) in s_labels)
        {
            if (words.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                _label = label;
                return true;
            }
        }

        return false;
    }

    public void Add(TextRange content)
    {
        if (_label == "Request" && _request.IsEmpty)
            _request = content;
        else if (_label == "Response" && _response.IsEmpty)
            _response = content;
        else if (_label.Length == 0 && _unlabelled.Count < 2)
            _unlabelled.Add(content);
        _label = "";
    }

    public void Assign(PageText page, ApiDraft api)
    {
        foreach (TextRange content in _unlabelled)
        {
            if (_request.IsEmpty && IsRequest(page, content, api))
                _request = content;
            else if (_response.IsEmpty)
                _response = content;
        }

        api.RequestSample = _request;
        api.ResponseSample = _response;
    }

    /// <summary>Returns whether an example is the request: the first of two examples, or a single example that starts like a body.</summary>
    private bool IsRequest(PageText page, TextRange content, ApiDraft api)
    {
        if (api.Urls[0].Method is not ("POST" or "PUT"))
            return false;
        if (_unlabelled.Count == 2)
            return true;
        ReadOnlySpan<char> text = page[content].Slice(1);
        int quote = text.IndexOf('"');
        if (quote < 0)
            return false;
        text = text.Slice(quote + 1);
        int end = text.IndexOf('"');
        string key = end < 0 ? "" : text.Slice(0, end).ToString();
        return key is "params" or "param" or "systemTags" or "userTags" || key == api.StatedWrapper
            || (api.Name is not null && key == ApiNames.ToWrapper(api.Name));
    }

    private static readonly (string Words, string Label)[] s_labels =
        [("Request", "Request"), ("Response", "Response"), ("请求", "Request"), ("响应", "Response"), ("返回", "Response"), ("请求示例", "Request"), ("返回示例", "Response"), ("响应示例", "Response")];
}
