// Makes small Word files in memory for tests, sound ones and others.
//
//   DocxBuilder().body("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>").build()
#pragma once

#include <zip.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::test {

inline const std::string word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline const std::string relations_uri =
    "http://schemas.openxmlformats.org/package/2006/relationships";
inline const std::string types_uri =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct ZipPart {
  std::string name;
  std::string bytes;
  int method = ZIP_CM_DEFLATE;
};

// The archive as bytes; parts in the given order.
inline std::string make_zip(const std::vector<ZipPart>& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const ZipPart& part : parts) {
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    const auto index = zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), part.method, 0);
  }
  zip_close(zip);
  zip_source_open(target);
  zip_stat_t about;
  zip_source_stat(target, &about);
  std::string bytes(about.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline std::string run(std::string_view text, std::string_view properties = "") {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r>";
}

inline std::string paragraph(std::string_view text, std::string_view properties = "") {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + run(text) + "</w:p>";
}

inline std::string text_box(std::string_view content) {
  return "<w:r><w:pict><v:textbox><w:txbxContent>" + std::string(content) +
         "</w:txbxContent></v:textbox></w:pict></w:r>";
}

// A part whose root is `w:ROOT`.
inline std::string word_part(std::string_view root, std::string_view content,
                             const std::string& uri = word_uri) {
  const std::string name(root);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + name + " xmlns:w=\"" + uri +
         "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
         " xmlns:v=\"urn:schemas-microsoft-com:vml\""
         " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
         " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" +
         std::string(content) + "</w:" + name + ">";
}

struct RelationRow {
  std::string id;
  std::string type;
  std::string target;
};

inline std::string relations(const std::vector<RelationRow>& rows) {
  std::string xml = "<Relationships xmlns=\"" + relations_uri + "\">";
  for (const RelationRow& row : rows) {
    xml += "<Relationship Id=\"" + row.id + "\" Type=\"" + types_uri + row.type + "\" Target=\"" +
           row.target + "\"/>";
  }
  return xml + "</Relationships>";
}

class DocxBuilder {
 public:
  DocxBuilder& body(std::string_view content) {
    return document(word_part("document", "<w:body>" + std::string(content) + "</w:body>"));
  }
  // The main part's whole XML.
  DocxBuilder& document(std::string xml) {
    document_ = std::move(xml);
    return *this;
  }
  DocxBuilder& main_name(std::string name) {
    main_ = std::move(name);
    return *this;
  }
  // A part in word/ that the main part has a relation to; the id is the file's name.
  DocxBuilder& part(const std::string& type, const std::string& file, std::string xml) {
    relations_.push_back({file, type, file});
    return extra("word/" + file, std::move(xml));
  }
  DocxBuilder& styles(std::string_view content) {
    return part("styles", "styles.xml", word_part("styles", content));
  }
  DocxBuilder& extra(std::string name, std::string bytes) {
    extra_.push_back({std::move(name), std::move(bytes)});
    return *this;
  }
  DocxBuilder& method(int method) {
    method_ = method;
    return *this;
  }
  [[nodiscard]] std::string build() const {
    std::vector<ZipPart> parts = {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", relations({{"rId1", "officeDocument", main_}})},
        {"word/_rels/document.xml.rels", relations(relations_)},
        {main_, document_, method_},
    };
    parts.insert(parts.end(), extra_.begin(), extra_.end());
    return make_zip(parts);
  }

 private:
  std::string document_{};
  std::string main_ = "word/document.xml";
  int method_ = ZIP_CM_DEFLATE;
  std::vector<RelationRow> relations_{};
  std::vector<ZipPart> extra_{};
};

}  // namespace rapport::test
